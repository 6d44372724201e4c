package org.opencgt.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.opencgt.ledger.Batch.Answer;
import org.opencgt.ledger.Batch.End;
import org.opencgt.ledger.Batch.Key;
import org.opencgt.ledger.Batch.Standing;
import org.opencgt.ledger.Batch.Stored;

/**
 * The statements by which entries are appended. They take arrays, so that their text and plan stay the same whatever the
 * number of rows, and those that need no answer from one another travel together.
 */
final class Statements {

    private static final String LOCK_AND_READ = """
            SELECT size FROM ledger_head FOR UPDATE;
            SELECT ref, version, head FROM subject WHERE ref = ANY (?)""";

    private static final String ANSWERS = """
            SELECT caller, key, request_hash, response FROM idempotency
            WHERE (caller, key) IN (SELECT * FROM unnest(?::text[], ?::text[]))""";

    private static final String WRITE = """
            INSERT INTO entry (position, id, type, performer, performed_at, recorded_at, leaf, header, content)
            SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                                 ?::bytea[], ?::text[], ?::text[]);
            INSERT INTO entry_subject (ref, version, position)
            SELECT * FROM unnest(?::text[], ?::bigint[], ?::bigint[]);
            INSERT INTO subject (ref, version, position, head, state)
            SELECT * FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bytea[], ?::jsonb[])
            ON CONFLICT (ref) DO UPDATE SET version = excluded.version, position = excluded.position,
                                            head = excluded.head, state = excluded.state;
            UPDATE ledger_head SET size = ?""";

    /** The commit travels with the writing, which saves a round trip. */
    private static final String WRITE_AND_COMMIT = WRITE + "; COMMIT";

    private static final String STORE_ANSWERS = """
            INSERT INTO idempotency (caller, key, request_hash, response, recorded_at)
            SELECT * FROM unnest(?::text[], ?::text[], ?::bytea[], ?::text[], ?::timestamptz[])""";

    private static final String STANDING = "SELECT id, header FROM entry WHERE id = ANY (?)";

    private Statements() {}

    /**
     * Waits for the row of the ledger's head, which until the end of the transaction keeps every other writer out, and
     * reads where the chains of the drafts' subjects end. Needs the isolation level READ COMMITTED, in which each
     * statement sees what was committed before it began.
     */
    static Batch lockAndRead(Connection connection, List<Draft> drafts) throws SQLException {
        Map<Key, Answer> answers = new HashMap<>();
        Map<String, End> chains = new HashMap<>();
        long size;
        try (PreparedStatement statement = connection.prepareStatement(LOCK_AND_READ)) {
            statement.setArray(1, connection.createArrayOf("text", refs(drafts).toArray()));
            statement.execute();
            try (ResultSet head = statement.getResultSet()) {
                head.next();
                size = head.getLong(1);
            }
            statement.getMoreResults();
            try (ResultSet subject = statement.getResultSet()) {
                while (subject.next()) {
                    chains.put(subject.getString(1), new End(subject.getLong(2), Hash.owning(subject.getBytes(3))));
                }
            }
        }
        List<Key> keys = drafts.stream()
                .map(Draft::request)
                .<Key>mapMulti((request, more) -> {
                    if (request != null) {
                        more.accept(Key.of(request));
                    }
                })
                .toList();
        if (!keys.isEmpty()) {
            answers(connection, keys, answers);
        }
        return new Batch(size, chains, answers);
    }

    private static Set<String> refs(List<Draft> drafts) {
        Set<String> refs = new HashSet<>();
        for (Draft draft : drafts) {
            draft.subjects().forEach(advance -> refs.add(advance.ref()));
            refs.addAll(draft.reads().keySet());
        }
        return refs;
    }

    private static void answers(Connection connection, List<Key> keys, Map<Key, Answer> into) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ANSWERS)) {
            array(statement, 1, "text", keys, Key::caller);
            array(statement, 2, "text", keys, Key::key);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    into.put(
                            new Key(row.getString(1), row.getString(2)),
                            new Answer(Hash.owning(row.getBytes(3)), row.getString(4)));
                }
            }
        }
    }

    /** Writes the batch's rows; the projections' facts are theirs. */
    static void write(Connection connection, Batch batch) throws SQLException {
        write(connection, batch, WRITE);
    }

    /** Writes the batch's rows and ends the transaction. */
    static void writeAndCommit(Connection connection, Batch batch) throws SQLException {
        write(connection, batch, WRITE_AND_COMMIT);
    }

    private static void write(Connection connection, Batch batch, String sql) throws SQLException {
        if (!batch.stored().isEmpty()) {
            storeAnswers(connection, batch.stored());
        }
        List<Entry> entries = batch.entries();
        List<Link> links = batch.links();
        List<Standing> subjects = batch.subjects();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            array(statement, 1, "int8", entries, Entry::position);
            array(statement, 2, "text", entries, Entry::id);
            array(statement, 3, "text", entries, Entry::type);
            array(statement, 4, "text", entries, Entry::performer);
            array(statement, 5, "text", entries, entry -> entry.performedAt().toString());
            array(statement, 6, "text", entries, entry -> entry.recordedAt().toString());
            hashes(statement, 7, entries, Entry::leaf);
            array(statement, 8, "text", entries, Entry::header);
            array(statement, 9, "text", entries, Entry::content);
            array(statement, 10, "text", links, Link::ref);
            array(statement, 11, "int8", links, Link::version);
            array(statement, 12, "int8", batch.linkPositions(), position -> position);
            array(statement, 13, "text", subjects, subject -> subject.link().ref());
            array(statement, 14, "int8", subjects, subject -> subject.link().version());
            array(statement, 15, "int8", subjects, Standing::position);
            hashes(statement, 16, subjects, Standing::leaf);
            array(statement, 17, "text", subjects, Standing::state);
            statement.setLong(18, batch.size());
            statement.execute();
        }
    }

    private static void storeAnswers(Connection connection, List<Stored> stored) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STORE_ANSWERS)) {
            array(statement, 1, "text", stored, answer -> answer.request().caller());
            array(statement, 2, "text", stored, answer -> answer.request().key());
            hashes(statement, 3, stored, answer -> answer.request().hash());
            array(statement, 4, "text", stored, answer -> answer.answer().response());
            array(
                    statement,
                    5,
                    "text",
                    stored,
                    answer -> answer.entry().recordedAt().toString());
            statement.executeUpdate();
        }
    }

    /**
     * Whether exactly these entries stand in the ledger, after every transaction that was under way has ended. They were
     * written in one transaction: all stand or none.
     */
    static boolean stand(Connection connection, List<Entry> entries) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT size FROM ledger_head FOR UPDATE")) {
            lock.execute();
        }
        Map<String, String> headers = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(STANDING)) {
            array(statement, 1, "text", entries, Entry::id);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    headers.put(row.getString(1), row.getString(2));
                }
            }
        }
        return entries.stream().allMatch(entry -> entry.header().equals(headers.get(entry.id())));
    }

    private static <T> void array(
            PreparedStatement statement, int at, String type, Collection<T> rows, Function<? super T, ?> column)
            throws SQLException {
        Object[] values = rows.stream().map(column).toArray();
        statement.setArray(at, statement.getConnection().createArrayOf(type, values));
    }

    private static <T> void hashes(PreparedStatement statement, int at, Collection<T> rows, Function<T, Hash> column)
            throws SQLException {
        byte[][] values = rows.stream().map(row -> column.apply(row).view()).toArray(byte[][]::new);
        statement.setArray(at, statement.getConnection().createArrayOf("bytea", values));
    }
}
