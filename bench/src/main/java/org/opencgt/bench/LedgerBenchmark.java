package org.opencgt.bench;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.opencgt.database.DatabaseAccess;
import org.opencgt.database.EmbeddedPostgres;
import org.opencgt.ledger.Checkpointer;
import org.opencgt.ledger.Draft;
import org.opencgt.ledger.Entry;
import org.opencgt.ledger.EntryId;
import org.opencgt.ledger.Ledger;
import org.opencgt.ledger.LogKey;
import org.opencgt.ledger.Receipt;
import org.opencgt.ledger.Sequencer;
import org.opencgt.ledger.Verification;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Appending and verifying, each beside its limit in the same run: appends against plain inserts of the same bytes into the
 * same durable PostgreSQL, verification against SHA-256 over the same bytes.
 *
 * <p>Arguments: the folder for the database (default {@code bench/target/ledger-benchmark}, made anew by whoever wants it empty),
 * the number of entries to verify (default 1,000,000), and {@code verify} to leave the appends out.
 */
public final class LedgerBenchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(8);
    private static final int ROUNDS = 3;
    private static final int IN_FLIGHT = 2_000;
    private static final int ACTS_OF_A_SUBJECT = 10;

    /** About what an act with two signatures and a verdict of some clauses takes. */
    private static final String CONTENT = "{\"appearance\":\"" + "clear, no clumps; ".repeat(45) + "\",\"at\":%d}";

    private static final String SIGNATURES = ("[{\"algorithm\":\"Ed25519\",\"at\":\"2026-03-02T08:30:05Z\","
            + "\"meaning\":\"performed\",\"signature\":\"" + "A".repeat(86) + "\",\"signer\":\"person:one\"},"
            + "{\"algorithm\":\"Ed25519\",\"at\":\"2026-03-02T08:30:09Z\",\"meaning\":\"verified\","
            + "\"signature\":\"" + "B".repeat(86) + "\",\"signer\":\"person:two\"}]");

    private static final String VERDICT =
            "{\"clauses\":[\"CA-8.2.4\",\"CA-8.2.5\",\"CA-8.3.1\",\"IC-5.1.1.1c\"],\"outcome\":\"holds\",\"packs\":\"1\"}";

    private static final String STATE = "{\"status\":\"" + "in use; ".repeat(20) + "\",\"volume\":\"20\"}";

    private final HikariDataSource database;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final LogKey key;

    private LedgerBenchmark(HikariDataSource database, LogKey key) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.ledger = new Ledger(jdbc);
        this.key = key;
    }

    public static void main(String... arguments) throws Exception {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "bench/target/ledger-benchmark");
        long entries = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_000_000;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            DatabaseAccess owner = postgres.owner();
            Databases.migrate(owner);
            try (Connection connection = owner.connect();
                    var statement = connection.createStatement()) {
                statement.execute("DROP TABLE IF EXISTS plain");
                statement.execute(
                        "CREATE TABLE plain (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id text,"
                                + " type text, performer text, performed_at timestamptz, recorded_at timestamptz, leaf bytea,"
                                + " header text, content text) WITH (toast_tuple_target = 8160)");
                statement.execute("GRANT SELECT, INSERT, TRUNCATE ON plain TO opencgt_runtime");
            }
            try (HikariDataSource pool = Databases.pool(postgres.runtime())) {
                LogKey key = LogKey.open(folder.resolve("log.key"), "opencgt.local/benchmark");
                LedgerBenchmark benchmark = new LedgerBenchmark(pool, key);
                if (!List.of(arguments).contains("verify")) {
                    benchmark.appends(1);
                    benchmark.appends(16);
                }
                benchmark.verification(entries);
            }
        }
    }

    /** Rounds of both in turn, so that neither has the better weather; the best of each counts. */
    private void appends(int writers) throws Exception {
        double plain = 0;
        double appended = 0;
        for (int round = 0; round < ROUNDS; round++) {
            plain = Math.max(plain, plainInserts(writers));
            try (Sequencer sequencer = new Sequencer(database, List.of())) {
                appended = Math.max(appended, rate(writers, (writer, n) -> {
                    sequencer.append(draft("unit:" + round(writer, n), 0, n));
                }));
            }
        }
        System.out.printf(
                "| appends, %d writer(s) | %,.0f /s | plain inserts %,.0f /s | %.2f of it |%n",
                writers, appended, plain, appended / plain);
    }

    private final String run = Long.toString(System.currentTimeMillis(), 36);
    private final LongAdder subjects = new LongAdder();

    private String round(int writer, long n) {
        subjects.increment();
        return run + "-" + writer + "-" + n + "-" + System.nanoTime();
    }

    private double plainInserts(int writers) throws Exception {
        Entry sample = sample();
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < writers; i++) {
                connections.add(database.getConnection());
            }
            return rate(writers, (writer, n) -> insert(connections.get(writer), sample));
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
            try (Connection connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("TRUNCATE plain");
            }
        }
    }

    private static void insert(Connection connection, Entry entry) throws Exception {
        try (var insert =
                connection.prepareStatement("INSERT INTO plain (id, type, performer, performed_at, recorded_at,"
                        + " leaf, header, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, EntryId.at(Instant.now()));
            insert.setString(2, entry.type());
            insert.setString(3, entry.performer());
            insert.setObject(4, entry.performedAt().atOffset(ZoneOffset.UTC));
            insert.setObject(5, entry.recordedAt().atOffset(ZoneOffset.UTC));
            insert.setBytes(6, entry.leaf().bytes());
            insert.setString(7, entry.header());
            insert.setString(8, entry.content());
            insert.executeUpdate();
        }
    }

    private Entry sample() {
        try (Sequencer sequencer = new Sequencer(database, List.of())) {
            Receipt receipt = sequencer.append(draft("unit:" + round(0, 0), 0, 0));
            return ((Receipt.Appended) receipt).entry();
        }
    }

    private static Draft draft(String ref, long version, long n) {
        Instant now = Instant.now();
        return new Draft(
                EntryId.at(now),
                "clinic.thaw",
                CONTENT.formatted(n),
                "person:one",
                now,
                now,
                SIGNATURES,
                VERDICT,
                List.of(new Draft.Advance(ref, version, STATE)),
                Map.of("product:cart", 0L, "site:hospital", 0L),
                null,
                List.of());
    }

    @FunctionalInterface
    private interface Write {
        void run(int writer, long n) throws Exception;
    }

    private static double rate(int writers, Write write) throws Exception {
        LongAdder done = new LongAdder();
        long start = System.nanoTime();
        long measuredFrom = start + WARM_UP.toNanos();
        long end = measuredFrom + MEASURED.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                int writer = i;
                all.add(threads.submit(() -> {
                    for (long n = 0; System.nanoTime() < end; n++) {
                        write.run(writer, n);
                        if (System.nanoTime() > measuredFrom) {
                            done.increment();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return done.sum() / (MEASURED.toNanos() / 1e9);
    }

    private void verification(long entries) throws Exception {
        fill(entries);
        try (Checkpointer checkpointer = new Checkpointer(database, key, Clock.systemUTC())) {
            checkpointer.checkpoint();
        }
        Entry sample = ledger.entries(ledger.size() - 1, 1).getFirst();
        double plain = Double.MAX_VALUE;
        double verified = Double.MAX_VALUE;
        double cpu = Double.MAX_VALUE;
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int round = 0; round < ROUNDS; round++) {
            plain = Math.min(plain, hashing(sample));
            long before = system.getProcessCpuTime();
            Verification.Report report =
                    Verification.of(database, key.verifier()).run();
            double used = (system.getProcessCpuTime() - before) / 1e3 / report.entries();
            if (!report.holds()) {
                throw new IllegalStateException("the ledger does not hold: " + report.faults());
            }
            verified = Math.min(verified, report.time().toNanos() / 1e3 / report.entries());
            cpu = Math.min(cpu, used);
            System.out.printf(
                    "  round %d: %,d entries, %,d bytes each, %,d subjects in %s%n",
                    round + 1, report.entries(), report.bytes() / report.entries(), report.subjects(), report.time());
        }
        System.out.printf(
                "| verification | %.2f µs an entry (%.2f µs of CPU in the program) | SHA-256 of the same bytes %.2f µs | %.2f times |%n",
                verified, cpu, plain, verified / plain);
    }

    /** Fills with what arrives together: many callers wait at the same time. Each subject has a chain of ten acts. */
    private void fill(long entries) throws Exception {
        Semaphore inFlight = new Semaphore(IN_FLIGHT);
        try (Sequencer sequencer = new Sequencer(database, List.of());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long from = ledger.size();
            long started = System.nanoTime();
            long chains = Math.max(IN_FLIGHT * 2L, (entries - from) / ACTS_OF_A_SUBJECT);
            for (long n = 0; n < entries - from; n++) {
                inFlight.acquire();
                String ref = "unit:" + run + "-filled-" + n % chains;
                long version = n / chains;
                long number = n;
                threads.execute(() -> {
                    sequencer.append(draft(ref, version, number));
                    inFlight.release();
                });
            }
            inFlight.acquire(IN_FLIGHT);
            System.out.printf(
                    "| appends, %,d waiting at a time | %,.0f /s | | |%n",
                    IN_FLIGHT, Math.max(0, entries - from) / ((System.nanoTime() - started) / 1e9));
        }
    }

    /** Microseconds for the two hashes of an entry, on one core, from memory that no cache holds. */
    private static double hashing(Entry sample) throws Exception {
        int copies = 100_000;
        byte[][] headers = new byte[copies][];
        byte[][] contents = new byte[copies][];
        for (int i = 0; i < copies; i++) {
            headers[i] = sample.header().getBytes(StandardCharsets.UTF_8);
            contents[i] = sample.content().getBytes(StandardCharsets.UTF_8);
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        double best = Double.MAX_VALUE;
        for (int pass = 0; pass < 10; pass++) {
            long started = System.nanoTime();
            for (int i = 0; i < copies; i++) {
                digest.digest(headers[i]);
                digest.digest(contents[i]);
            }
            best = Math.min(best, (System.nanoTime() - started) / 1e3 / copies);
        }
        return best;
    }
}
