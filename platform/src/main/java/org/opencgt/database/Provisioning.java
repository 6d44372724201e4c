package org.opencgt.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The database and its two roles: {@code opencgt_owner} owns the tables and runs the migrations; {@code opencgt_runtime} is
 * what the server signs in as, and may do only what migrations grant.
 */
final class Provisioning {

    static final String DATABASE = "opencgt";
    static final String OWNER = "opencgt_owner";
    static final String RUNTIME = "opencgt_runtime";

    private static final String NO_PRIVILEGES = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";

    private Provisioning() {}

    /** Makes what is missing and sets the passwords. May be repeated. */
    static void run(DatabaseAccess superuser, Secrets secrets) {
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            role(statement, OWNER, secrets.owner());
            role(statement, RUNTIME, secrets.runtime());
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                createDatabase(statement, DATABASE);
            }
        } catch (SQLException e) {
            throw Sql.unavailable(e, superuser);
        }
    }

    /** An empty database of the owner's, which the runtime role may enter and nobody else. */
    static void createDatabase(Statement statement, String database) throws SQLException {
        statement.execute("CREATE DATABASE " + database + " OWNER " + OWNER);
        restrict(statement, database);
    }

    static void restrict(Statement statement, String database) throws SQLException {
        for (String sql : List.of(
                "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC",
                "GRANT CONNECT ON DATABASE " + database + " TO " + RUNTIME)) {
            statement.execute(sql);
        }
    }

    private static void role(Statement statement, String role, String password) throws SQLException {
        boolean exists = exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'");
        statement.execute((exists ? "ALTER" : "CREATE") + " ROLE " + role + " WITH " + NO_PRIVILEGES + " PASSWORD '"
                + password + "'");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
