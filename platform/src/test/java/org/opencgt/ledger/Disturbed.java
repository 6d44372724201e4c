package org.opencgt.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("commit")) {
                return committing(connection, () -> call(connection, method, arguments));
            }
            if (method.getName().equals("prepareStatement") && ((String) arguments[0]).endsWith("COMMIT")) {
                PreparedStatement statement = (PreparedStatement) call(connection, method, arguments);
                return proxy(
                        PreparedStatement.class,
                        (inner, values) -> inner.getName().equals("execute")
                                ? committing(connection, () -> call(statement, inner, values))
                                : call(statement, inner, values));
            }
            return call(connection, method, arguments);
        });
    }

    @FunctionalInterface
    private interface Call {
        Object run() throws Throwable;
    }

    @FunctionalInterface
    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                Disturbed.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.handle(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Runs what sends the commit, with the break that the test wants. */
    private Object committing(Connection connection, Call commit) throws Throwable {
        Break now = next;
        if (now == Break.NEVER) {
            return commit.run();
        }
        next = Break.NEVER;
        if (now == Break.AFTER_COMMIT) {
            commit.run();
        }
        kill(connection);
        if (now == Break.BEFORE_COMMIT) {
            commit.run();
        }
        return connection.createStatement().execute("SELECT 1");
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
