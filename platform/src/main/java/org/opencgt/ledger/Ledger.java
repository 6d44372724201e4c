package org.opencgt.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Reads the ledger, in whatever transaction its {@link JdbcClient} takes part: who wants several answers of one moment
 * holds a repeatable-read transaction around them.
 */
public final class Ledger {

    private static final String ENTRY =
            "SELECT e.position, e.id, e.type, e.performer, e.performed_at, e.recorded_at, e.leaf, e.header, e.content"
                    + " FROM entry e ";

    private static final String SUBJECT = "SELECT ref, kind, version, position, head, state FROM subject ";

    private final JdbcClient database;

    public Ledger(JdbcClient database) {
        this.database = database;
    }

    /** Reads over this connection and in its transaction; does not close it. */
    public static Ledger on(Connection connection) {
        return new Ledger(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }

    /** A signed checkpoint as stored. */
    public record StoredCheckpoint(long size, Hash root, String note, Instant madeAt) {}

    /** The stored answer to a request with an idempotency key. */
    public record StoredResponse(Hash request, String response) {}

    /** Number of entries. */
    public long size() {
        return database.sql("SELECT size FROM ledger_head").query(Long.class).single();
    }

    public Optional<Entry> entry(long position) {
        return database.sql(ENTRY + "WHERE e.position = ?")
                .param(position)
                .query(Ledger::toEntry)
                .optional();
    }

    public Optional<Entry> entry(String id) {
        return database.sql(ENTRY + "WHERE e.id = ?")
                .param(id)
                .query(Ledger::toEntry)
                .optional();
    }

    /** Entries from a position on, in their order. */
    public List<Entry> entries(long from, int limit) {
        return database.sql(ENTRY + "WHERE e.position >= ? ORDER BY e.position LIMIT ?")
                .params(from, limit)
                .query(Ledger::toEntry)
                .list();
    }

    /** Entries before a position, the newest first. */
    public List<Entry> entriesBefore(long before, int limit) {
        return database.sql(ENTRY + "WHERE e.position < ? ORDER BY e.position DESC LIMIT ?")
                .params(before, limit)
                .query(Ledger::toEntry)
                .list();
    }

    /** The subject's entries from a version on, oldest first; the first has the version {@code from}. */
    public List<Entry> history(String ref, long from, int limit) {
        return database.sql(ENTRY + "JOIN entry_subject s ON s.position = e.position"
                        + " WHERE s.ref = ? AND s.version >= ? ORDER BY s.version LIMIT ?")
                .params(ref, from, limit)
                .query(Ledger::toEntry)
                .list();
    }

    /** The subject's entries before a version, newest first; {@link Long#MAX_VALUE} begins at the end. */
    public List<Entry> historyBefore(String ref, long before, int limit) {
        return database.sql(ENTRY + "JOIN entry_subject s ON s.position = e.position"
                        + " WHERE s.ref = ? AND s.version < ? ORDER BY s.version DESC LIMIT ?")
                .params(ref, before, limit)
                .query(Ledger::toEntry)
                .list();
    }

    public Optional<SubjectRow> subject(String ref) {
        return database.sql(SUBJECT + "WHERE ref = ?")
                .param(ref)
                .query(Ledger::toSubject)
                .optional();
    }

    /** Those of the subjects that exist, by ref. */
    public Map<String, SubjectRow> subjects(Collection<String> refs) {
        Map<String, SubjectRow> rows = new LinkedHashMap<>();
        if (!refs.isEmpty()) {
            database.sql(SUBJECT + "WHERE ref = ANY (?)")
                    .param(refs.toArray(String[]::new))
                    .query(Ledger::toSubject)
                    .list()
                    .forEach(row -> rows.put(row.ref(), row));
        }
        return rows;
    }

    /** Subjects of a kind by their ref, after a given one; an empty text begins at the first. */
    public List<SubjectRow> subjectsOf(String kind, String after, int limit) {
        return database.sql(SUBJECT + "WHERE ref > ? AND ref < ? ORDER BY ref LIMIT ?")
                .params(after.isEmpty() ? kind + ":" : after, kind + ";", limit) // ';' is the character after ':'
                .query(Ledger::toSubject)
                .list();
    }

    /** The answer that was given to a caller's request with this key. */
    public Optional<StoredResponse> response(String caller, String key) {
        return database.sql("SELECT request_hash, response FROM idempotency WHERE caller = ? AND key = ?")
                .params(caller, key)
                .query((row, number) -> new StoredResponse(Hash.owning(row.getBytes(1)), row.getString(2)))
                .optional();
    }

    /** The newest signed checkpoint. */
    public Optional<StoredCheckpoint> checkpoint() {
        return database.sql("SELECT size, root, note, made_at FROM checkpoint ORDER BY size DESC LIMIT 1")
                .query(Ledger::toCheckpoint)
                .optional();
    }

    /** All signed checkpoints, the oldest first. */
    List<StoredCheckpoint> checkpoints() {
        return database.sql("SELECT size, root, note, made_at FROM checkpoint ORDER BY size")
                .query(Ledger::toCheckpoint)
                .list();
    }

    /** Signed checkpoints before a size, the newest first. */
    public List<StoredCheckpoint> checkpointsBefore(long size, int limit) {
        return database.sql("SELECT size, root, note, made_at FROM checkpoint WHERE size < ?"
                        + " ORDER BY size DESC LIMIT ?")
                .params(size, limit)
                .query(Ledger::toCheckpoint)
                .list();
    }

    /** Proof that the entry stands under the newest checkpoint; empty where there is no such entry or it is newer. */
    public Optional<EntryProof> proof(long position) {
        Optional<Entry> entry = entry(position);
        return checkpoint()
                .filter(checkpoint -> position < checkpoint.size())
                .flatMap(checkpoint -> entry.map(found -> new EntryProof(
                        found,
                        StoredTree.of(database, checkpoint.size()).inclusion(position),
                        SignedNote.parse(checkpoint.note()))));
    }

    /**
     * Proof that the ledger of {@code later} entries continues the one of {@code earlier} entries.
     *
     * @throws IllegalArgumentException unless {@code 0 < earlier <= later <= size}
     */
    public ConsistencyProof consistency(long earlier, long later) {
        if (later > size()) {
            throw new IllegalArgumentException("the ledger has fewer than " + later + " entries");
        }
        return StoredTree.of(database, later).consistency(earlier);
    }

    private static Entry toEntry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                Hash.owning(row.getBytes(7)),
                row.getString(8),
                row.getString(9));
    }

    private static SubjectRow toSubject(ResultSet row, int number) throws SQLException {
        return new SubjectRow(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                Hash.owning(row.getBytes(5)),
                row.getString(6));
    }

    private static StoredCheckpoint toCheckpoint(ResultSet row, int number) throws SQLException {
        return new StoredCheckpoint(
                row.getLong(1),
                Hash.owning(row.getBytes(2)),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}
