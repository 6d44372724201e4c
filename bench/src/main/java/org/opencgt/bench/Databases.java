package org.opencgt.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.opencgt.database.DatabaseAccess;

/** The database of a benchmark: durable, as the server's own. */
final class Databases {

    private Databases() {}

    static void migrate(DatabaseAccess owner) {
        Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .placeholderReplacement(false)
                .load()
                .migrate();
    }

    static HikariDataSource pool(DatabaseAccess access) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(access.url());
        config.setUsername(access.user());
        config.setPassword(access.password());
        config.setMaximumPoolSize(20);
        return new HikariDataSource(config);
    }
}
