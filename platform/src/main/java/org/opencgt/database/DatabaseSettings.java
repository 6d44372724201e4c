package org.opencgt.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database the server uses.
 *
 * @param data the folder of the database that the program brings, and of the server's keys
 * @param databaseUrl JDBC address of a PostgreSQL server; empty: the program brings its own
 * @param databaseOwner role that owns the database and runs the migrations
 * @param databaseRuntime role of the running server, without rights but those that migrations grant
 * @param databaseConnections most connections at a time
 * @param databaseAnswerWait longest wait for one answer of the database: where the network swallows what is sent, nobody waits for
 *     ever
 */
@ConfigurationProperties("opencgt")
record DatabaseSettings(
        @DefaultValue("data") String data,
        @DefaultValue("") String databaseUrl,
        @DefaultValue(Provisioning.OWNER) String databaseOwner,
        @DefaultValue("") String databaseOwnerPassword,
        @DefaultValue(Provisioning.RUNTIME) String databaseRuntime,
        @DefaultValue("") String databaseRuntimePassword,
        @DefaultValue("20") int databaseConnections,
        @DefaultValue("30s") Duration databaseAnswerWait) {

    DatabaseAccess owner() {
        return new DatabaseAccess(jdbcUrl(), databaseOwner, databaseOwnerPassword);
    }

    DatabaseAccess runtime() {
        return new DatabaseAccess(jdbcUrl(), databaseRuntime, databaseRuntimePassword);
    }

    private String jdbcUrl() {
        return databaseUrl.startsWith("jdbc:") ? databaseUrl : "jdbc:" + databaseUrl;
    }
}
