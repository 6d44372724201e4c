package org.opencgt.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database that is being opened on a thread of its own.
 *
 * @param <D> what it will be
 */
final class OpeningDatabase<D extends AutoCloseable> {

    private static final Logger LOG = LoggerFactory.getLogger(OpeningDatabase.class);

    private final CompletableFuture<D> opened;
    private final AtomicBoolean taken = new AtomicBoolean();

    OpeningDatabase(Supplier<D> open) {
        opened = CompletableFuture.supplyAsync(
                open, task -> Thread.ofPlatform().name("database-start").start(task));
    }

    /**
     * Waits for it; whoever takes it closes it.
     *
     * @throws DatabaseUnavailable as opening it does
     */
    D take() {
        taken.set(true);
        try {
            return opened.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Closes it as soon as it is open, if nobody has taken it: the program does not start after all. */
    void abandon() {
        if (taken.compareAndSet(false, true)) {
            opened.thenAccept(OpeningDatabase::close)
                    .exceptionally(failure -> {
                        LOG.debug("the database, no longer needed, could not be opened", failure);
                        return null;
                    })
                    .join();
        }
    }

    private static void close(AutoCloseable database) {
        try {
            database.close();
        } catch (Exception e) {
            LOG.warn("the database, no longer needed, could not be closed", e);
        }
    }
}
