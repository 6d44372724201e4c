package org.opencgt.pipeline;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import org.opencgt.act.RecordReader;
import org.opencgt.act.Ref;
import org.opencgt.act.Shape;
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

    private final LoadingCache<Text, Known> known;

    private record Text(String kind, String state) {}

    /**
     * What a text says.
     *
     * @param mentions every subject that the state refers to
     */
    record Known(Subject state, List<String> mentions) {}

    StoredStates(Vocabulary vocabulary) {
        known = Caffeine.newBuilder()
                .maximumWeight(ROOM)
                .weigher((Text text, Known read) -> text.state.length())
                .build(text -> read(vocabulary, text));
    }

    private static Known read(Vocabulary vocabulary, Text text) {
        Shape.Structure shape = vocabulary
                .subject(text.kind)
                .orElseThrow(() -> new IllegalStateException("the ledger holds a subject of unknown kind " + text.kind))
                .shape();
        Subject state = RecordReader.read(shape, JSON.readTree(text.state));
        return new Known(
                state,
                References.in(shape, (Record) state).stream().map(Ref::toString).toList());
    }

    Subject read(SubjectRow row) {
        return known(row).state();
    }

    Subject read(String kind, String state) {
        return known.get(new Text(kind, state)).state();
    }

    Known known(SubjectRow row) {
        return known.get(new Text(row.kind(), row.state()));
    }
}
