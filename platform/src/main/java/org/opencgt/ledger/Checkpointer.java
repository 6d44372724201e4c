package org.opencgt.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencgt.ledger.Ledger.StoredCheckpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs the head of the tree, on demand and by the clock, and stores the tiles that have become full. Before it signs, it
 * proves to itself that the tree continues the one of the checkpoint before: a log signs no two stories.
 */
public final class Checkpointer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);

    /** Key of the advisory lock that lets one server at a time make a checkpoint. */
    private static final long LOCK = 0x6f63_6774_6370L;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final LogKey key;
    private final Clock clock;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("checkpointer").factory());
    private volatile @Nullable RuntimeException failure;

    public Checkpointer(DataSource database, LogKey key, Clock clock) {
        this.database = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.key = key;
        this.clock = clock;
    }

    /** Makes a checkpoint each time this long has passed, if the tree grew. */
    public void every(Duration interval) {
        schedule.scheduleWithFixedDelay(this::attempt, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Why the last scheduled checkpoint was not made; empty when it was. */
    public Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        schedule.close();
    }

    private void attempt() {
        try {
            checkpoint();
            failure = null;
        } catch (LedgerInconsistent e) {
            LOG.error("no checkpoint is signed: {}", e.getMessage());
            failure = e;
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("no checkpoint for now: {}", e.getMessage());
            failure = e;
        }
    }

    /**
     * The signed head of the tree as it is now; the last one again if the tree has not grown.
     *
     * @throws LedgerInconsistent if the tree does not continue the last checkpoint, or another key signed that one
     */
    public SignedNote checkpoint() {
        return Objects.requireNonNull(transaction.execute(status -> {
            database.sql("SELECT pg_advisory_xact_lock(?)")
                    .param(LOCK)
                    .query((row, number) -> "")
                    .single();
            Ledger ledger = new Ledger(database);
            long size = ledger.size();
            Optional<StoredCheckpoint> last = ledger.checkpoint();
            if (last.isPresent() && last.get().size() == size) {
                return note(last.get());
            }
            storeTiles(size);
            MerkleTree tree = StoredTree.of(database, size);
            Hash root = tree.root();
            last.ifPresent(before -> check(before, tree, root));
            return sign(new Checkpoint(key.name(), size, root));
        }));
    }

    private SignedNote note(StoredCheckpoint stored) {
        SignedNote note = SignedNote.parse(stored.note());
        if (!note.isSignedBy(key.verifier())) {
            throw new LedgerInconsistent("the checkpoint of " + stored.size()
                    + " entries is not signed by this log's key " + key.verifier());
        }
        return note;
    }

    private void check(StoredCheckpoint before, MerkleTree tree, Hash root) {
        Checkpoint signed = Checkpoint.parse(note(before).text());
        if (signed.size() > tree.size()) {
            throw new LedgerInconsistent(
                    "a checkpoint was signed over " + signed.size() + " entries, but there are only " + tree.size());
        }
        if (signed.size() > 0 && !tree.consistency(signed.size()).verify(signed.root(), root)) {
            throw new LedgerInconsistent(
                    "the entries do not continue those of the checkpoint of " + signed.size() + " entries");
        }
    }

    private SignedNote sign(Checkpoint checkpoint) {
        SignedNote note = key.sign(checkpoint.text());
        database.sql("INSERT INTO checkpoint (size, root, note, made_at) VALUES (?, ?, ?, ?)")
                .params(
                        checkpoint.size(),
                        checkpoint.root().bytes(),
                        note.toString(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return note;
    }

    /** Stores the tiles that are full and not yet there, each level from the one below. */
    private void storeTiles(long size) {
        long width = StoredTree.WIDTH;
        for (int level = 0; size >= width; level++, width <<= StoredTree.HEIGHT) {
            long full = size / width;
            long next = database.sql("SELECT coalesce(max(index) + 1, 0) FROM tile WHERE level = ?")
                    .param(level)
                    .query(Long.class)
                    .single();
            for (long index = next; index < full; index++) {
                database.sql("INSERT INTO tile (level, index, hashes) VALUES (?, ?, ?)")
                        .params(level, index, new StoredTree(database, size).made(level, index))
                        .update();
            }
        }
    }
}
