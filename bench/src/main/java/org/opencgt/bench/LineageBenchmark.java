package org.opencgt.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.database.EmbeddedPostgres;
import org.opencgt.ledger.Draft;
import org.opencgt.ledger.EntryId;
import org.opencgt.ledger.Ledger;
import org.opencgt.ledger.Sequencer;
import org.opencgt.lineage.EdgeProjection;
import org.opencgt.lineage.Edges;
import org.opencgt.lineage.Genealogy;
import org.opencgt.lineage.Lineage;
import org.opencgt.lineage.Recall;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Trace and recall in a ledger of a million acts. Each life is ten acts: a donor's collection, three intermediates, a
 * batch with eight material lots, two doses, infusion of one of them. A lot of medium goes into 250 batches; one lot of
 * vector goes into the first 5,000, so into 10,000 doses. Beside a trace stands the same number of single-row reads,
 * beside the recall one plain query of as many rows.
 *
 * <p>Arguments: the folder for the database, the number of acts (default 1,000,000). A folder that is filled already is
 * measured as it is.
 */
public final class LineageBenchmark {

    private static final int ACTS_OF_A_LIFE = 10;
    private static final int LIVES_OF_A_LOT = 250;
    private static final int LIVES_OF_THE_RECALLED_LOT = 5_000;
    private static final int LOTS = 8;
    private static final int IN_FLIGHT = 2_000;
    private static final int TRACES = 10_000;
    private static final int RECALLS = 20;
    private static final String STATE = "{\"status\":\"" + "in use; ".repeat(20) + "\"}";
    private static final String RECALLED = "material-lot:vector-recalled";

    private LineageBenchmark() {}

    public static void main(String... arguments) throws Exception {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "bench/target/lineage-benchmark");
        long acts = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_000_000;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            Databases.migrate(postgres.owner());
            try (HikariDataSource pool = Databases.pool(postgres.runtime())) {
                JdbcClient jdbc = JdbcClient.create(pool);
                int lives = (int) (acts / ACTS_OF_A_LIFE);
                if (new Ledger(jdbc).size() == 0) {
                    fill(pool, lives);
                    try (Connection connection = postgres.owner().connect();
                            var statement = connection.createStatement()) {
                        statement.execute("ANALYZE");
                    }
                }
                System.out.printf(
                        "  %,d acts, %,d edges%n",
                        new Ledger(jdbc).size(),
                        jdbc.sql("SELECT count(*) FROM lineage")
                                .query(Long.class)
                                .single());
                Lineage lineage = new Lineage(jdbc);
                traces(lineage, jdbc, lives);
                recalls(lineage, jdbc);
            }
        }
    }

    private static void traces(Lineage lineage, JdbcClient jdbc, int lives) {
        for (Lineage.Direction direction : List.of(Lineage.Direction.UP, Lineage.Direction.BOTH)) {
            SplittableRandom random = new SplittableRandom(1);
            long nodes = 0;
            long[] nanos = new long[TRACES];
            for (int i = -TRACES / 5; i < TRACES; i++) {
                Ref<? extends Subject> dose = Ref.parse("unit:" + random.nextInt(lives) + "-1");
                long from = System.nanoTime();
                Genealogy found = lineage.trace(dose, direction, Lineage.ANY_DEPTH);
                if (i >= 0) {
                    nanos[i] = System.nanoTime() - from;
                    nodes += found.nodes().size();
                }
                if (!found.complete()) {
                    throw new IllegalStateException("a trace was cut off");
                }
            }
            Percentiles.print(
                    "trace of a dose, " + direction.name().toLowerCase(java.util.Locale.ROOT) + ", " + nodes / TRACES
                            + " subjects",
                    nanos);
        }
        SplittableRandom random = new SplittableRandom(2);
        long[] nanos = new long[TRACES];
        for (int i = 0; i < TRACES; i++) {
            String dose = "unit:" + random.nextInt(lives) + "-1";
            long from = System.nanoTime();
            jdbc.sql("SELECT parent FROM lineage WHERE child = ?")
                    .param(dose)
                    .query(String.class)
                    .list();
            nanos[i] = System.nanoTime() - from;
        }
        Percentiles.print("beside it: one indexed read, a trace needs one a generation", nanos);
    }

    private static void recalls(Lineage lineage, JdbcClient jdbc) {
        long[] nanos = new long[RECALLS];
        for (int i = -3; i < RECALLS; i++) {
            long from = System.nanoTime();
            Recall recall = lineage.recall(Ref.parse(RECALLED));
            if (i >= 0) {
                nanos[i] = System.nanoTime() - from;
            }
            if (recall.doses().size() != 2 * LIVES_OF_THE_RECALLED_LOT
                    || recall.recipients().size() != LIVES_OF_THE_RECALLED_LOT) {
                throw new IllegalStateException(
                        "the recall found " + recall.doses().size() + " doses");
            }
        }
        Percentiles.print("recall of a lot used in 10,000 doses", nanos);
        for (int i = 0; i < RECALLS; i++) {
            long from = System.nanoTime();
            jdbc.sql("SELECT parent, child, position, act FROM lineage LIMIT 20000")
                    .query((row, n) -> row.getString(1) + row.getString(2))
                    .list();
            nanos[i] = System.nanoTime() - from;
        }
        Percentiles.print("beside it: 20,000 rows read in no order", nanos);
    }

    private static void fill(HikariDataSource pool, int lives) throws InterruptedException {
        Semaphore inFlight = new Semaphore(IN_FLIGHT);
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        long started = System.nanoTime();
        try (Sequencer sequencer = new Sequencer(pool, List.of(new EdgeProjection()));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int life = 0; life < lives; life++) {
                for (Edges edges : life(life)) {
                    inFlight.acquire();
                    threads.execute(() -> {
                        try {
                            sequencer.append(draft(edges));
                        } catch (RuntimeException e) {
                            failure.compareAndSet(null, e);
                        } finally {
                            inFlight.release();
                        }
                    });
                }
                RuntimeException failed = failure.get();
                if (failed != null) {
                    throw failed;
                }
            }
            inFlight.acquire(IN_FLIGHT);
        }
        System.out.printf(
                "  filled with %,.0f acts a second%n",
                lives * (double) ACTS_OF_A_LIFE / ((System.nanoTime() - started) / 1e9));
    }

    private static List<Edges> life(int n) {
        List<Edges> acts = new ArrayList<>();
        String batch = "batch:" + n;
        acts.add(edges("donor.collect", List.of("donor:" + n), List.of("collection:" + n)));
        acts.add(edges("manufacturing.open-batch", List.of("collection:" + n), List.of(batch)));
        List<String> lots = new ArrayList<>();
        for (int lot = 0; lot < LOTS; lot++) {
            lots.add("material-lot:" + lot + "-" + n / LIVES_OF_A_LOT);
        }
        if (n < LIVES_OF_THE_RECALLED_LOT) {
            lots.add(RECALLED);
        }
        acts.add(edges("manufacturing.transduce", lots, List.of(batch)));
        acts.add(edges("manufacturing.record-step", List.of(), List.of(batch)));
        acts.add(edges("quality.take-sample", List.of(batch), List.of("sample:" + n)));
        acts.add(edges("quality.record-result", List.of(), List.of("sample:" + n)));
        acts.add(edges("manufacturing.fill", List.of(batch), List.of("unit:" + n + "-1", "unit:" + n + "-2")));
        acts.add(edges("quality.release-batch", List.of(), List.of(batch)));
        acts.add(edges("clinic.thaw", List.of(), List.of("unit:" + n + "-1")));
        acts.add(edges("clinic.start-infusion", List.of("unit:" + n + "-1"), List.of("recipient:" + n)));
        return acts;
    }

    private static Edges edges(String act, List<String> from, List<String> to) {
        List<Edges.Edge> edges = new ArrayList<>();
        for (String parent : from) {
            for (String child : to) {
                edges.add(new Edges.Edge(Ref.parse(parent), Ref.parse(child)));
            }
        }
        return new Edges(act, edges);
    }

    /** The chain of each act's own subject is not what is measured, so each has one of its own. */
    private static Draft draft(Edges edges) {
        Instant now = Instant.now();
        String id = EntryId.at(now);
        return new Draft(
                id,
                edges.act(),
                "{\"act\":\"" + id + "\"}",
                "person:one",
                now,
                now,
                "[]",
                "{\"outcome\":\"accepted\"}",
                List.of(new Draft.Advance("sample:" + id, 0, STATE)),
                Map.of(),
                null,
                List.of(edges));
    }
}
