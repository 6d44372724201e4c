package org.opencgt.database;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database's tables to this release, from {@code db/migration}. Runs as the owner, before anything else uses the
 * database; several servers may start at once. Migrations grant the server's rights to {@code opencgt_runtime}; a server that
 * signs in as another role gets them by being its member.
 */
final class Migrations {

    static final String LOCATION = "classpath:db/migration";

    private Migrations() {}

    static void run(DatabaseAccess owner) {
        try (var connection = owner.connect()) {
            connection.isValid(0);
        } catch (SQLException e) {
            throw Sql.unavailable(e, owner);
        }
        try {
            Flyway.configure()
                    .dataSource(owner.url(), owner.user(), owner.password())
                    .locations(LOCATION)
                    .placeholderReplacement(false)
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnavailable(
                    DatabaseProblem.MIGRATION_FAILED, "", e, owner.url(), String.valueOf(e.getMessage()));
        }
    }
}
