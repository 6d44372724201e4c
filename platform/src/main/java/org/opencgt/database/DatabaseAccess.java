package org.opencgt.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where a database is and as whom to sign in there. */
public record DatabaseAccess(String url, String user, String password) {

    /** A single connection outside any pool. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The same sign-in to another database of the same server. */
    DatabaseAccess to(String database) {
        int path = url.indexOf('/', url.indexOf("//") + 2);
        int query = url.indexOf('?', path);
        return new DatabaseAccess(
                url.substring(0, path + 1) + database + (query < 0 ? "" : url.substring(query)), user, password);
    }

    /** Without the password, so that it can stand in a log. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
