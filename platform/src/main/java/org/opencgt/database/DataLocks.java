package org.opencgt.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * What processes that share a data folder agree upon, by locks on {@code database.lock}. The operating system releases them
 * when a process dies, however it dies.
 *
 * <ul>
 *   <li>Byte 0, exclusive: held while PostgreSQL is being started or stopped.
 *   <li>Byte 1, shared: held by every process that uses it. The last to leave stops PostgreSQL.
 * </ul>
 *
 * <p>A process may open only one of these per folder: closing one would release the locks of the other.
 */
final class DataLocks implements AutoCloseable {

    private final FileChannel channel;
    private @Nullable FileLock turn;
    private @Nullable FileLock use;

    private DataLocks(FileChannel channel) {
        this.channel = channel;
    }

    static DataLocks in(Path data) throws IOException {
        return new DataLocks(FileChannel.open(
                data.resolve("database.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE));
    }

    /** Tries to be the only process that starts or stops PostgreSQL. */
    boolean tryTurn() throws IOException {
        if (turn == null) {
            turn = channel.tryLock(0, 1, false);
        }
        return turn != null;
    }

    void endTurn() throws IOException {
        if (turn != null) {
            turn.release();
            turn = null;
        }
    }

    /** Joins the users of PostgreSQL. To be called in one's turn. */
    void use() throws IOException {
        if (use == null) {
            use = channel.lock(1, 1, true);
        }
    }

    /** Leaves the users of PostgreSQL. To be called in one's turn. */
    void endUse() throws IOException {
        if (use != null) {
            use.release();
            use = null;
        }
    }

    /** Whether another process uses PostgreSQL. To be called in one's turn, while not a user. */
    boolean isUsedByOthers() throws IOException {
        try (@Nullable FileLock all = channel.tryLock(1, 1, false)) {
            return all == null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
