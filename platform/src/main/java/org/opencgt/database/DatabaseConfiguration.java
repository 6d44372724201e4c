package org.opencgt.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The database for the rest of the server. Whoever has the data source has a migrated database; on shutdown Spring closes the
 * pool first and PostgreSQL after it, because the one was made from the other.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(10);

    @Bean
    DataFolder dataFolder(DatabaseSettings settings) {
        return DataFolder.at(Path.of(settings.data()));
    }

    @Bean(destroyMethod = "close")
    Database database(DatabaseSettings settings) {
        return Database.open(settings);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database, DatabaseSettings settings) {
        return pool(database.runtime(), settings.databaseConnections());
    }

    static HikariDataSource pool(DatabaseAccess access, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("opencgt");
        config.setJdbcUrl(access.url());
        config.setUsername(access.user());
        config.setPassword(access.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        return new HikariDataSource(config);
    }
}
