package org.opencgt.pipeline;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.opencgt.act.RecordReader;
import org.opencgt.act.Subject;
import org.opencgt.act.Vocabulary;
import org.opencgt.ledger.SubjectRow;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads stored states. What a text says never changes, so texts that were read lately are not read again: a gate asks for
 * the same product, sites and people over and over. Whether a state is the present one, the database alone says.
 */
@Component
final class StoredStates {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** In characters of the texts; the records take some times as much. */
    private static final long ROOM = 8_000_000;

    private final LoadingCache<Stored, Subject> read;

    private record Stored(String kind, String state) {}

    StoredStates(Vocabulary vocabulary) {
        read = Caffeine.newBuilder()
                .maximumWeight(ROOM)
                .weigher((Stored stored, Subject state) -> stored.state.length())
                .build(stored -> RecordReader.read(
                        vocabulary
                                .subject(stored.kind)
                                .orElseThrow(() -> new IllegalStateException(
                                        "the ledger holds a subject of unknown kind " + stored.kind))
                                .shape(),
                        JSON.readTree(stored.state)));
    }

    Subject read(SubjectRow row) {
        return read(row.kind(), row.state());
    }

    Subject read(String kind, String state) {
        return read.get(new Stored(kind, state));
    }
}
