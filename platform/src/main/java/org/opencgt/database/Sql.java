package org.opencgt.database;

import java.sql.SQLException;

/** What errors of connecting mean to the user. */
final class Sql {

    private static final String WRONG_PASSWORD = "28P01";
    private static final String NOT_AUTHORISED = "28000";

    private Sql() {}

    static DatabaseUnavailable unavailable(SQLException error, DatabaseAccess access) {
        String state = String.valueOf(error.getSQLState());
        return state.equals(WRONG_PASSWORD) || state.equals(NOT_AUTHORISED)
                ? new DatabaseUnavailable(DatabaseProblem.PASSWORD_REFUSED, "", error, access.url(), access.user())
                : new DatabaseUnavailable(
                        DatabaseProblem.UNREACHABLE, "", error, access.url(), String.valueOf(error.getMessage()));
    }
}
