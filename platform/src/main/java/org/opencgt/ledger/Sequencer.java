package org.opencgt.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencgt.ledger.LedgerException.LedgerUnavailable;
import org.opencgt.ledger.LedgerException.LedgerUnavailable.Reason;
import org.opencgt.ledger.LedgerException.OutcomeUnknown;
import org.opencgt.ledger.LedgerException.Rejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way into the ledger, and the whole path of an entry:
 *
 * <ol>
 *   <li>{@link #append}: a draft joins the queue and its caller waits.
 *   <li>{@link #gather}: the worker takes all drafts that wait. One transaction for many is what makes it fast, since
 *       each transaction waits for the disk.
 *   <li>{@link #attempt}: under the lock of the ledger's head, which also keeps other servers out, {@link Batch} gives
 *       each draft its position, or finds that what it rests on has moved.
 *   <li>{@link #write}: entries, chains, states, answers and the projections' facts; the transaction commits.
 *   <li>The callers get their receipts, after the commit and never before.
 * </ol>
 *
 * <p>If the transaction fails, each draft is tried alone ({@link #oneByOne}), so that only the guilty one is refused. If
 * the connection breaks during the commit, the ledger is asked whether the entries stand ({@link #resolve}).
 */
public final class Sequencer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    /** Enough to make the wait for the disk small beside the work; few enough that one failure costs little. */
    private static final int MOST_IN_BATCH = 1_000;

    /** Characters of content in one transaction; what a batch holds in memory is a small multiple. */
    private static final long MOST_CONTENT_IN_BATCH = 32 << 20;

    /** Beyond this the callers are better told than kept waiting: about a second of work. */
    private static final int MOST_WAITING = 10_000;

    /**
     * How long to wait for those who were in the last batch: they are about to come again, and a batch of one that goes
     * ahead of them would make them all wait for two turns of the disk. A lone writer never waits.
     */
    private static final long LINGER_NANOS = Duration.ofNanos(300_000).toNanos();

    /** How long to ask after the outcome of a broken commit: longer than an embedded PostgreSQL takes to restart. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DataSource database;
    private final Map<Class<?>, Projection<?>> projections = new HashMap<>();
    private final BlockingQueue<Ticket> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread worker;
    private volatile boolean closed;
    private int lastBatch = 1;

    private record Ticket(Draft draft, CompletableFuture<Receipt> receipt) {}

    /**
     * @param database connections of the runtime role, in isolation level READ COMMITTED
     * @param projections one for each class of fact that drafts carry
     */
    public Sequencer(DataSource database, List<? extends Projection<?>> projections) {
        this.database = database;
        for (Projection<?> projection : projections) {
            if (this.projections.put(projection.facts(), projection) != null) {
                throw new IllegalArgumentException("two projections of " + projection.facts());
            }
        }
        worker = Thread.ofPlatform().name("sequencer").daemon().start(this::work);
    }

    /**
     * Appends the draft and returns when it is safely stored.
     *
     * @throws LedgerException if it was not; each subclass says why
     * @throws IllegalArgumentException if it carries a fact that no projection writes
     */
    public Receipt append(Draft draft) {
        for (Fact fact : draft.facts()) {
            if (!projections.containsKey(fact.getClass())) {
                throw new IllegalArgumentException("no projection writes " + fact.getClass());
            }
        }
        Ticket ticket = new Ticket(draft, new CompletableFuture<>());
        if (!waiting.offer(ticket)) {
            throw new LedgerUnavailable(Reason.OVERLOADED, "too many entries are waiting to be written");
        }
        if (closed && waiting.remove(ticket)) {
            throw closing();
        }
        try {
            return ticket.receipt().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LedgerException known) {
                throw known;
            }
            throw e;
        }
    }

    /** Takes no more drafts; returns when those that wait have their answer. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (!closed || !waiting.isEmpty()) {
            List<Ticket> batch = gather();
            if (!batch.isEmpty()) {
                commit(batch);
            }
        }
        for (Ticket late = waiting.poll(); late != null; late = waiting.poll()) {
            late.receipt().completeExceptionally(closing());
        }
    }

    /** Waits for the first draft, briefly for as many as came last time, and takes what is there. */
    private List<Ticket> gather() {
        List<Ticket> batch = new ArrayList<>();
        Ticket first = poll(PAUSE.toNanos());
        if (first == null) {
            return batch;
        }
        batch.add(first);
        long content = first.draft().content().length();
        long until = System.nanoTime() + LINGER_NANOS;
        while (batch.size() < MOST_IN_BATCH && content < MOST_CONTENT_IN_BATCH) {
            Ticket next = batch.size() < lastBatch ? poll(until - System.nanoTime()) : waiting.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
            content += next.draft().content().length();
        }
        lastBatch = batch.size();
        return batch;
    }

    private @Nullable Ticket poll(long nanos) {
        try {
            return waiting.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the sequencer", e);
        }
    }

    private void commit(List<Ticket> batch) {
        try {
            attempt(batch);
        } catch (SQLException | RuntimeException e) {
            Reason reason = Reason.of(e).orElse(null);
            if (reason != null) {
                LOG.warn("the ledger can't be written ({}): {}", reason, e.toString());
                fail(batch, () -> unavailable(reason, e));
            } else if (batch.size() == 1) {
                fail(batch, () -> new Rejected(batch.getFirst().draft().id(), e));
            } else {
                LOG.warn("a batch of {} entries failed and is tried one by one: {}", batch.size(), e.toString());
                oneByOne(batch);
            }
        } catch (Error e) {
            LOG.error("the sequencer gives up on {} entries", batch.size(), e);
            batch.forEach(ticket -> ticket.receipt().completeExceptionally(e));
        }
    }

    private void oneByOne(List<Ticket> batch) {
        for (Ticket ticket : batch) {
            commit(List.of(ticket));
        }
    }

    /** One transaction. Returns when all have been answered; throws when nothing was written. */
    private void attempt(List<Ticket> tickets) throws SQLException {
        List<Runnable> answers = new ArrayList<>(tickets.size());
        Batch batch = null;
        SQLException broken = null;
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            batch = Statements.lockAndRead(
                    connection, tickets.stream().map(Ticket::draft).toList());
            for (Ticket ticket : tickets) {
                answers.add(decide(ticket, batch));
            }
            if (batch.entries().isEmpty()) {
                connection.rollback();
            } else {
                broken = write(connection, batch);
            }
        } catch (SQLException | RuntimeException | Error e) {
            rollback(connection, e);
            throw e;
        } finally {
            release(connection);
        }
        if (broken == null || resolve(batch.entries(), broken, tickets)) {
            answers.forEach(Runnable::run);
        }
    }

    private static Runnable decide(Ticket ticket, Batch batch) {
        try {
            Receipt receipt = batch.add(ticket.draft());
            return () -> ticket.receipt().complete(receipt);
        } catch (LedgerException e) {
            return () -> ticket.receipt().completeExceptionally(e);
        }
    }

    @SuppressWarnings("unchecked") // the batch keeps facts by their class, and the projection names that class
    private static <F extends Fact> void project(Projection<F> projection, Batch batch, Connection connection)
            throws SQLException {
        List<?> facts = batch.facts(projection.facts());
        if (!facts.isEmpty()) {
            projection.write(connection, (List<Projection.Noted<F>>) facts);
        }
    }

    /**
     * Writes and commits; returns the exception if the connection broke when the commit was on its way, so that nobody knows
     * yet whether the entries stand.
     */
    private @Nullable SQLException write(Connection connection, Batch batch) throws SQLException {
        boolean facts = batch.hasFacts();
        if (facts) {
            Statements.write(connection, batch);
            for (Projection<?> projection : projections.values()) {
                project(projection, batch, connection);
            }
        }
        try {
            if (facts) {
                connection.commit();
            } else {
                Statements.writeAndCommit(connection, batch);
            }
            return null;
        } catch (SQLException e) {
            if (Reason.of(e).filter(Reason.CONNECTION::equals).isPresent()) {
                return e;
            }
            throw e;
        }
    }

    /**
     * Asks the ledger, as soon as the database is back, whether the entries of a broken commit stand.
     *
     * @return whether they do; if not, or if it can't be known in time, the callers have been told
     */
    private boolean resolve(List<Entry> entries, SQLException broken, List<Ticket> tickets) {
        LOG.warn("the database was lost during a commit of {} entries: {}", entries.size(), broken.toString());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                boolean stand = Statements.stand(connection, entries);
                connection.rollback();
                LOG.info("the {} entries {}", entries.size(), stand ? "stand" : "were not written");
                if (!stand) {
                    fail(tickets, () -> unavailable(Reason.CONNECTION, broken));
                }
                return stand;
            } catch (SQLException e) {
                broken.addSuppressed(e);
                pause();
            }
        }
        for (Ticket ticket : tickets) {
            ticket.receipt()
                    .completeExceptionally(new OutcomeUnknown(ticket.draft().id(), broken));
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the sequencer", e);
        }
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** What was committed stays so even if the connection can't be given back in order. */
    private static void release(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("a connection was lost after use: {}", e.toString());
        }
    }

    private static void fail(List<Ticket> tickets, Supplier<LedgerException> reason) {
        tickets.forEach(ticket -> ticket.receipt().completeExceptionally(reason.get()));
    }

    private static LedgerException closing() {
        return new LedgerUnavailable(Reason.CLOSED, "the server is shutting down");
    }

    private static LedgerException unavailable(Reason reason, Exception cause) {
        String what = switch (reason) {
            case DISK_FULL -> "the database has no room left";
            case OVERLOADED -> "another server holds the ledger";
            case CONNECTION, CLOSED -> "the database can't be reached";
        };
        return new LedgerUnavailable(reason, what + "; nothing was written", cause);
    }
}
