package org.opencgt.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencgt.ledger.Draft.Advance;

/** Drafts for tests: a plain act by a nurse, unless said otherwise. */
final class Drafts {

    private static final Instant TIME = Instant.parse("2026-03-02T08:30:00.123456Z");

    private final List<Advance> subjects = new ArrayList<>();
    private final Map<String, Long> reads = new HashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private String id = EntryId.at(Instant.now());
    private String content = "{\"note\":\"as written\"}";
    private Draft.@Nullable Request request;

    static Drafts draft() {
        return new Drafts();
    }

    Drafts id(String id) {
        this.id = id;
        return this;
    }

    Drafts content(String content) {
        this.content = content;
        return this;
    }

    /** Joins the chain of a subject that was read at this version. */
    Drafts on(String ref, long version) {
        return on(ref, version, "{\"step\":" + (version + 1) + "}");
    }

    Drafts on(String ref, long version, String state) {
        subjects.add(new Advance(ref, version, state));
        return this;
    }

    Drafts reading(String ref, long version) {
        reads.put(ref, version);
        return this;
    }

    Drafts fact(Fact fact) {
        facts.add(fact);
        return this;
    }

    Drafts request(String key, String request, Function<Entry, String> response) {
        this.request = new Draft.Request("nurse.zhang", key, Hash.sha256(request), response);
        return this;
    }

    Draft end() {
        return new Draft(
                id,
                "unit.thaw",
                content,
                "person:nurse.zhang",
                TIME,
                TIME.plusSeconds(5),
                "[{\"by\":\"person:nurse.zhang\",\"meaning\":\"performed\"}]",
                "{\"outcome\":\"holds\"}",
                subjects,
                reads,
                request,
                facts);
    }

    /** Appends all in one transaction, which is much faster than one after the other through the sequencer. */
    static List<Entry> append(List<Draft> drafts, DataSource database) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Batch batch = Statements.lockAndRead(connection, drafts);
            drafts.forEach(batch::add);
            Statements.write(connection, batch);
            connection.commit();
            return batch.entries();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
