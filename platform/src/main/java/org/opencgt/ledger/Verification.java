package org.opencgt.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencgt.ledger.Fault.Kind;
import org.opencgt.ledger.Ledger.StoredCheckpoint;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Recomputes the whole ledger from its entries and compares it with everything that is stored: content and leaf hashes,
 * each subject's chain, its history and head, the tree's tiles, and every checkpoint with its signature. All in one
 * snapshot, while others go on writing.
 *
 * <p>Slices of entries are read and hashed by several threads ({@link SliceCheck}) and put together in their order by one.
 * Faults do not hide one another: a changed entry is found at its position, and what comes after it is checked as stored.
 */
public final class Verification {

    /** Entries that one thread takes at a time. */
    private static final int SLICE = 1 << 14;

    /** Beyond these, faults are counted but not listed. */
    private static final int MOST_FAULTS = 1_000;

    private static final int MOST_THREADS = 4;

    private final DataSource database;
    private final VerifierKey log;
    private final @Nullable SignatureCheck signatures;

    private Verification(DataSource database, VerifierKey log, @Nullable SignatureCheck signatures) {
        this.database = database;
        this.log = log;
        this.signatures = signatures;
    }

    /** Verifies everything but the persons' signatures. */
    public static Verification of(DataSource database, VerifierKey log) {
        return new Verification(database, log, null);
    }

    /** The same with the persons' signatures, which takes much longer. */
    public Verification withSignatures(SignatureCheck check) {
        return new Verification(database, log, check);
    }

    /**
     * What was found.
     *
     * @param entries checked
     * @param bytes of headers and contents that were hashed
     * @param subjects whose chains were followed
     * @param checkpoints that were checked
     * @param signed entries under the last checkpoint that is right
     * @param root of the tree over all entries
     * @param faults the first thousand
     * @param faultCount all
     * @param time it took
     */
    public record Report(
            long entries,
            long bytes,
            long subjects,
            long checkpoints,
            long signed,
            Hash root,
            List<Fault> faults,
            long faultCount,
            Duration time) {

        public Report {
            faults = List.copyOf(faults);
        }

        /** Whether the ledger is as it was written. */
        public boolean holds() {
            return faultCount == 0;
        }
    }

    public Report run() {
        return run(done -> {});
    }

    /**
     * Verifies.
     *
     * @param progress is told from time to time how many entries are done
     * @throws LedgerException.LedgerUnavailable if the database can't be read
     */
    public Report run(LongConsumer progress) {
        try (Connection connection = snapshot(null)) {
            Run run = new Run(connection);
            run.entries(progress);
            run.subjects();
            run.histories();
            connection.rollback();
            return run.report();
        } catch (SQLException e) {
            throw new LedgerException.LedgerUnavailable(
                    LedgerException.LedgerUnavailable.Reason.CONNECTION, "the database can't be read", e);
        }
    }

    private Connection snapshot(@Nullable String shared) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setNetworkTimeout(Runnable::run, 0); // some questions are about the whole ledger
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
                statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
                if (shared != null) {
                    statement.execute("SET TRANSACTION SNAPSHOT '" + shared + "'");
                }
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** One verification. */
    private final class Run {

        private final long started = System.nanoTime();
        private final RefHash.Key key = RefHash.Key.random();
        private final RefHash ref = new RefHash(key);
        private final long[] head = new long[Hash.LENGTH / Long.BYTES];
        private final Connection connection;
        private final Ledger ledger;
        private final long size;
        private final Deque<StoredCheckpoint> checkpoints;
        private final Chains chains = new Chains();
        private final HistorySum history = new HistorySum();
        private final Frontier tree;
        private final TileCheck tiles;
        private final List<Fault> faults = new ArrayList<>();
        private final long checkpointCount;
        private long faultCount;
        private long bytes;
        private long signed;

        Run(Connection connection) throws SQLException {
            this.connection = connection;
            ledger = Ledger.on(connection);
            size = ledger.size();
            checkpoints = new ArrayDeque<>(ledger.checkpoints());
            checkpointCount = checkpoints.size();
            long covered = checkpoints.isEmpty()
                    ? 0
                    : Math.min(size, checkpoints.getLast().size());
            tiles = new TileCheck(connection, covered, this::fault);
            tree = new Frontier(tiles);
        }

        void entries(LongConsumer progress) throws SQLException {
            int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
            String snapshot = exportSnapshot();
            BlockingQueue<SliceCheck> idle = new LinkedBlockingQueue<>();
            Deque<Slice> free = new ArrayDeque<>();
            List<Connection> connections = new ArrayList<>();
            try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
                for (int i = 0; i < threads; i++) {
                    Connection one = snapshot(snapshot);
                    connections.add(one);
                    idle.add(new SliceCheck(one, signatures, key));
                }
                checkpointsAt(0);
                Deque<Future<Slice>> ahead = new ArrayDeque<>();
                for (long begin = 0; begin < size || !ahead.isEmpty(); ) {
                    while (begin < size && ahead.size() < 2 * threads) {
                        Slice slice = free.isEmpty() ? new Slice(SLICE) : free.pop();
                        slice.reset(begin, (int) Math.min(SLICE, size - begin));
                        ahead.add(workers.submit(() -> {
                            SliceCheck check = idle.take();
                            try {
                                check.check(slice);
                                return slice;
                            } finally {
                                idle.add(check);
                            }
                        }));
                        begin += slice.count;
                    }
                    Slice next = await(ahead.remove());
                    join(next);
                    free.push(next);
                    progress.accept(tree.size());
                }
            } finally {
                connections.forEach(JdbcUtils::closeConnection);
            }
            for (StoredCheckpoint beyond : checkpoints) {
                fault(Fault.of(Kind.CHECKPOINT_ROOT, "of " + beyond.size() + " entries; there are only " + size));
            }
            beyondSize();
        }

        private String exportSnapshot() throws SQLException {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT pg_export_snapshot()")) {
                row.next();
                return row.getString(1);
            }
        }

        private static Slice await(Future<Slice> slice) throws SQLException {
            try {
                return slice.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof SQLException sql) {
                    throw sql;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("verification was interrupted", e);
            }
        }

        /** Continues tree and chains with the next slice. */
        private void join(Slice slice) throws SQLException {
            slice.faults.forEach(this::fault);
            history.add(slice.history);
            bytes += slice.bytes;
            for (int i = 0; i < slice.placeCount; i++) {
                chain(slice, i * Slice.FIELDS);
            }
            tiles.prefetch(slice.begin, slice.count);
            for (int i = 0; i < slice.count; i++) {
                tree.add(slice.leaves, i * Hash.LENGTH);
                checkpointsAt(slice.begin + i + 1);
            }
        }

        private void chain(Slice slice, int place) {
            long high = slice.places[place + Slice.HIGH];
            long low = slice.places[place + Slice.LOW];
            long version = slice.places[place + Slice.VERSION];
            int index = (int) slice.places[place + Slice.INDEX];
            int end = chains.find(high, low);
            if (version != chains.version(end) + 1 || !chains.headIs(end, slice.places, place + Slice.PREVIOUS)) {
                broken(slice.begin + index, high, low, chains.version(end));
            }
            Slice.words(slice.leaves, index * Hash.LENGTH, head, 0);
            chains.put(end, high, low, version, slice.begin + index, head, 0);
        }

        /** A break in a chain is rare, so its subject's name is looked for only now. */
        private void broken(long position, long high, long low, long before) {
            String place = ledger.entry(position).stream()
                    .flatMap(entry -> links(entry).stream())
                    .filter(link -> ref.of(link.ref()).high == high && ref.low == low)
                    .map(link -> link.ref() + " version " + link.version())
                    .findFirst()
                    .orElse("a subject");
            fault(Fault.at(Kind.CHAIN, position, place + " after version " + before));
        }

        private List<Link> links(Entry entry) {
            try {
                return entry.head().subjects();
            } catch (IllegalArgumentException e) {
                fault(Fault.at(Kind.HEADER, entry.position(), ""));
                return List.of();
            }
        }

        private void checkpointsAt(long reached) {
            while (!checkpoints.isEmpty() && checkpoints.getFirst().size() == reached) {
                StoredCheckpoint stored = checkpoints.removeFirst();
                Kind wrong = wrong(stored, tree.root());
                if (wrong == null) {
                    signed = reached;
                } else {
                    fault(Fault.of(wrong, "of " + stored.size() + " entries"));
                }
            }
        }

        private @Nullable Kind wrong(StoredCheckpoint stored, Hash root) {
            try {
                SignedNote note = SignedNote.parse(stored.note());
                Checkpoint checkpoint = Checkpoint.parse(note.text());
                if (!note.isSignedBy(log)
                        || !checkpoint.equals(new Checkpoint(log.name(), stored.size(), stored.root()))) {
                    return Kind.CHECKPOINT_SIGNATURE;
                }
                return checkpoint.root().equals(root) ? null : Kind.CHECKPOINT_ROOT;
            } catch (IllegalArgumentException e) {
                return Kind.CHECKPOINT_SIGNATURE;
            }
        }

        private void beyondSize() {
            ledger.entries(size, MOST_FAULTS)
                    .forEach(entry -> fault(Fault.at(Kind.ENTRY_BEYOND_SIZE, entry.position(), entry.id())));
        }

        /** The stored ends of the chains must be those that the headers give, neither more nor fewer. */
        void subjects() throws SQLException {
            long found = 0;
            try (CopyRows rows = new CopyRows(connection, "SELECT ref, version, position, head FROM subject", 4)) {
                while (rows.next()) {
                    ref.of(rows.row(), rows.from(0), rows.to(0));
                    int end = chains.find(ref.high, ref.low);
                    Slice.words(rows.row(), rows.from(3), head, 0);
                    if (chains.version(end) == 0) {
                        fault(Fault.of(Kind.SUBJECT, rows.text(0)));
                        continue;
                    }
                    found++;
                    if (chains.version(end) != rows.number(1)
                            || chains.position(end) != rows.number(2)
                            || !chains.headIs(end, head, 0)) {
                        fault(Fault.at(Kind.SUBJECT, chains.position(end), rows.text(0)));
                    }
                }
            }
            if (found < chains.size()) {
                missingSubjects(chains.size() - found);
            }
        }

        private void missingSubjects(long missing) throws SQLException {
            fault(Fault.of(Kind.SUBJECT, missing + " missing"));
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT DISTINCT ref FROM entry_subject kept WHERE NOT EXISTS"
                            + " (SELECT FROM subject WHERE subject.ref = kept.ref) ORDER BY ref LIMIT 1000")) {
                while (row.next()) {
                    fault(Fault.of(Kind.SUBJECT, row.getString(1)));
                }
            }
        }

        /** The stored histories are compared by a sum, and only if that differs row by row. */
        void histories() throws SQLException {
            HistorySum stored = new HistorySum();
            try (CopyRows rows = new CopyRows(connection, "SELECT ref, version, position FROM entry_subject", 3)) {
                while (rows.next()) {
                    ref.of(rows.row(), rows.from(0), rows.to(0));
                    stored.add(ref, rows.number(1), rows.number(2));
                }
            }
            if (!stored.same(history)) {
                differentHistories();
            }
        }

        private void differentHistories() throws SQLException {
            String sql = """
                    WITH said AS (
                        SELECT link ->> 'ref' AS ref, (link ->> 'version')::bigint AS version, position
                        FROM entry, jsonb_array_elements(
                            CASE WHEN header IS JSON OBJECT THEN header::jsonb -> 'subjects' END) AS link)
                    SELECT ref, version, position FROM said FULL JOIN entry_subject kept USING (ref, version, position)
                    WHERE said.ref IS NULL OR kept.ref IS NULL ORDER BY position, ref LIMIT 1000""";
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                while (row.next()) {
                    fault(Fault.at(Kind.HISTORY, row.getLong(3), row.getString(1) + " version " + row.getLong(2)));
                }
            }
        }

        private void fault(Fault fault) {
            faultCount++;
            if (faults.size() < MOST_FAULTS) {
                faults.add(fault);
            }
        }

        Report report() {
            return new Report(
                    size,
                    bytes,
                    chains.size(),
                    checkpointCount,
                    signed,
                    tree.root(),
                    faults,
                    faultCount,
                    Duration.ofNanos(System.nanoTime() - started));
        }
    }
}
