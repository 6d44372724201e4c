package org.opencgt.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database whose connections break when a test wants it. */
final class Disturbed extends DelegatingDataSource {

    /** When a connection breaks. */
    enum Break {
        NEVER,
        /** The database can't be reached at all. */
        UNREACHABLE,
        /** The server's process is killed before the commit arrives. */
        BEFORE_COMMIT,
        /** The commit is done, but the answer never comes. */
        AFTER_COMMIT
    }

    volatile Break next = Break.NEVER;
    /** How many attempts to connect fail after a break. */
    volatile int unreachable;

    Disturbed(DataSource database) {
        super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (next == Break.UNREACHABLE || unreachable > 0) {
            unreachable--;
            throw new SQLTransientConnectionException("nobody listens there");
        }
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Disturbed.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        commit(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void commit(Connection connection) throws SQLException {
        Break now = next;
        if (now == Break.BEFORE_COMMIT || now == Break.AFTER_COMMIT) {
            next = Break.NEVER;
        }
        if (now == Break.AFTER_COMMIT) {
            connection.commit();
        }
        if (now == Break.NEVER) {
            connection.commit();
        } else {
            kill(connection);
            connection.commit();
            connection
                    .createStatement()
                    .execute("SELECT 1"); // the driver does not send a commit where nothing was done
        }
    }

    private void kill(Connection connection) throws SQLException {
        int process = connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        JdbcClient.create(obtainTargetDataSource())
                .sql("SELECT pg_terminate_backend(?, 5000)")
                .param(process)
                .query(Boolean.class)
                .single();
    }
}
