package org.opencgt.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Ref;
import org.opencgt.act.Signature;
import org.opencgt.act.Subject;
import org.opencgt.act.Vocabulary;
import org.opencgt.ledger.Entry;
import org.opencgt.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** What readers see of subjects: state, also as of a past time; acts with corrections beside what they correct; refused attempts. */
@Service
public class SubjectReading {

    private final Ledger ledger;
    private final Vocabulary vocabulary;
    private final StoredStates stored;
    private final Fold fold;
    private final JdbcClient jdbc;

    SubjectReading(Ledger ledger, Vocabulary vocabulary, StoredStates stored, Fold fold, JdbcClient jdbc) {
        this.ledger = ledger;
        this.vocabulary = vocabulary;
        this.stored = stored;
        this.fold = fold;
        this.jdbc = jdbc;
    }

    /** A subject with its state and the number of its acts. */
    public record Standing(Ref<?> ref, long version, Subject state) {}

    /**
     * An act in a subject's history.
     *
     * @param corrected the act that counts in its place, and the entry that says so
     */
    public record Done(
            Entry entry,
            ActDeclaration type,
            Act act,
            List<Signature> signatures,
            JsonNode verdict,
            @Nullable Act corrected,
            @Nullable String correctedBy) {}

    /** An attempt that the gate refused. */
    public record Refused(Entry entry, String type, JsonNode act, JsonNode verdict) {}

    public Optional<Standing> now(Ref<?> ref) {
        return ledger.subject(ref.toString()).map(row -> new Standing(ref, row.version(), stored.read(row)));
    }

    /** The state that the ledger knew at a past time; empty if it knew no such subject. */
    public Optional<Standing> asOf(Ref<?> ref, Instant time) {
        List<Entry> known = Chains.whole(ledger, ref).stream()
                .filter(entry -> !entry.recordedAt().isAfter(time))
                .toList();
        return Optional.ofNullable(fold.state(ref, known)).map(state -> new Standing(ref, known.size(), state));
    }

    /**
     * Subjects of a kind whose reference or state contains the words.
     *
     * @param words empty: all
     */
    public List<Standing> find(String kind, String words, int offset, int limit) {
        return jdbc.sql("""
                        select ref, kind, version, position, head, state from subject
                        where kind = ? and (? = '' or ref ilike ? or state::text ilike ?)
                        order by position desc limit ? offset ?
                        """)
                .params(kind, words, like(words), like(words), limit, offset)
                .query((row, n) -> new Standing(
                        Ref.parse(row.getString("ref")),
                        row.getLong("version"),
                        stored.read(kind, row.getString("state"))))
                .list();
    }

    /** How many there are. */
    public long count(String kind, String words) {
        return jdbc.sql(
                        "select count(*) from subject where kind = ? and (? = '' or ref ilike ? or state::text ilike ?)")
                .params(kind, words, like(words), like(words))
                .query(Long.class)
                .single();
    }

    /** All acts of the subject, oldest first. */
    public List<Done> history(Ref<?> ref) {
        List<Entry> chain = Chains.whole(ledger, ref);
        Map<String, Act> corrected = fold.corrections(chain);
        Map<String, String> by = new HashMap<>();
        List<Done> done = new ArrayList<>();
        for (Entry entry : chain) {
            if (Content.parse(entry.content(), vocabulary).act() instanceof Correct correct) {
                by.put(correct.entry(), entry.id());
            }
        }
        for (Entry entry : chain) {
            done.add(done(entry, corrected.get(entry.id()), by.get(entry.id())));
        }
        return List.copyOf(done);
    }

    /** One act by its entry; empty for an unknown entry and for a refused attempt. */
    public Optional<Done> act(String entry) {
        return ledger.entry(entry)
                .filter(e -> !e.type().equals(Pipeline.REFUSAL))
                .map(e -> done(e, null, null));
    }

    /** Attempts about the subject that the gate refused, the newest first. */
    public List<Refused> refused(Ref<?> ref, int limit) {
        return jdbc
                .sql("select position from refusal where ref = ? order by position desc limit ?")
                .params(ref.toString(), limit)
                .query((row, n) -> row.getLong(1))
                .list()
                .stream()
                .map(position -> refused(ledger.entry(position).orElseThrow()))
                .toList();
    }

    /** The latest attempts of a person that the gate refused, the newest first. */
    public List<Refused> refusedOf(Ref<?> performer, int limit) {
        return jdbc
                .sql("select distinct position from refusal where performer = ? order by position desc limit ?")
                .params(performer.toString(), limit)
                .query((row, n) -> row.getLong(1))
                .list()
                .stream()
                .map(position -> refused(ledger.entry(position).orElseThrow()))
                .toList();
    }

    /** Reads a refused attempt. */
    public static Refused refused(Entry entry) {
        JsonNode refused = Json.MAPPER.readTree(entry.content()).required("refused");
        return new Refused(
                entry,
                refused.required("type").stringValue(),
                refused.required("act"),
                Json.MAPPER.readTree(entry.head().verdict()));
    }

    private Done done(Entry entry, @Nullable Act corrected, @Nullable String by) {
        Content content = Content.parse(entry.content(), vocabulary);
        var header = entry.head();
        return new Done(
                entry,
                content.type(),
                content.act(),
                Signing.parse(Json.MAPPER.readTree(header.signatures())),
                Json.MAPPER.readTree(header.verdict()),
                corrected,
                by);
    }

    private static String like(String words) {
        return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
