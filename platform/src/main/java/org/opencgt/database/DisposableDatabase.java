package org.opencgt.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * A migrated database for playing: like the server's own, but thrown away afterwards, therefore not durable, and one can keep it
 * as it stands and go on from there again and again. Whoever uses its {@link #dataSource} does not notice, except that what was
 * done since is gone; what the caller remembers of it is the caller's to forget.
 */
public final class DisposableDatabase implements AutoCloseable {

    private static final Map<String, String> NOT_DURABLE =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

    private static final Duration ANSWER_WAIT = Duration.ofSeconds(30);

    private final EmbeddedPostgres postgres;
    private final int connections;
    private final Current current;
    private int kept;

    /** The database as it was at a moment, under a name of its own. */
    public record Kept(String database) {}

    private DisposableDatabase(EmbeddedPostgres postgres, int connections) {
        this.postgres = postgres;
        this.connections = connections;
        this.current = new Current(pool());
    }

    /** @param data a folder that holds nothing which is still needed */
    static DisposableDatabase in(Path data, int connections) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data, NOT_DURABLE);
        try {
            Migrations.run(postgres.owner());
            return new DisposableDatabase(postgres, connections);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** As the role of the running server; always leads to the database as it stands. */
    DataSource dataSource() {
        return current;
    }

    /** Keeps the database as it stands. Takes some tenths of a second, during which nobody else gets a connection. */
    public Kept keep() {
        Kept copy = new Kept("kept_" + ++kept);
        without(List.of(
                "CREATE DATABASE " + copy.database + " TEMPLATE " + Provisioning.DATABASE + " OWNER "
                        + Provisioning.OWNER,
                "REVOKE ALL ON DATABASE " + copy.database + " FROM PUBLIC",
                "GRANT CONNECT ON DATABASE " + copy.database + " TO " + Provisioning.RUNTIME));
        return copy;
    }

    /** Goes back to what was kept, and keeps it no longer. */
    public void goBackTo(Kept copy) {
        without(List.of(
                "DROP DATABASE " + Provisioning.DATABASE,
                "ALTER DATABASE " + copy.database + " RENAME TO " + Provisioning.DATABASE));
    }

    @Override
    public void close() {
        current.close();
        postgres.close();
    }

    private HikariDataSource pool() {
        return DatabaseConfiguration.pool(postgres.runtime(), connections, ANSWER_WAIT);
    }

    /** Runs statements while nobody is in the database. */
    private void without(List<String> statements) {
        current.replace(() -> {
            try (Connection connection = postgres.superuser().connect();
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            } catch (SQLException e) {
                throw Sql.unavailable(e, postgres.superuser());
            }
            return pool();
        });
    }

    /** Whoever asks for a connection while the pool is being replaced waits for the new one. */
    private static final class Current extends AbstractDataSource implements AutoCloseable {

        private final Lock lock = new ReentrantLock();
        private HikariDataSource pool;

        Current(HikariDataSource pool) {
            this.pool = pool;
        }

        void replace(java.util.function.Supplier<HikariDataSource> next) {
            lock.lock();
            try {
                pool.close();
                pool = next.get();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public Connection getConnection() throws SQLException {
            lock.lock();
            try {
                return pool.getConnection();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            throw new java.sql.SQLFeatureNotSupportedException("one role only");
        }

        @Override
        public void close() {
            lock.lock();
            try {
                pool.close();
            } finally {
                lock.unlock();
            }
        }
    }
}
