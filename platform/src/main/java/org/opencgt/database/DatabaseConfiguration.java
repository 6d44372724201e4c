package org.opencgt.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
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

    /** Set to true by who wants a database to play on, in a folder that is thrown away. */
    static final String DISPOSABLE = "opencgt.disposable";

    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(10);

    /**
     * Of a server that vanished in the middle of a transaction PostgreSQL would keep the locks for hours, until the network
     * reports it dead; and whoever needs them would wait as long.
     */
    private static final String NEVER_STUCK = "SET lock_timeout = %d; SET idle_in_transaction_session_timeout = '60s'";

    @Bean
    DataFolder dataFolder(DatabaseSettings settings) {
        return DataFolder.at(Path.of(settings.data()));
    }

    /** The records' database. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = DISPOSABLE, havingValue = false, matchIfMissing = true)
    static class Lasting {

        @Bean(destroyMethod = "close")
        Database database(DatabaseSettings settings, ObjectProvider<OpeningDatabase<Database>> opening) {
            OpeningDatabase<Database> begun = opening.getIfAvailable();
            return begun == null ? Database.open(settings) : begun.take();
        }

        @Bean(destroyMethod = "close")
        HikariDataSource dataSource(Database database, DatabaseSettings settings) {
            return pool(database.runtime(), settings.databaseConnections(), settings.databaseAnswerWait());
        }
    }

    /** One for playing. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(DISPOSABLE)
    static class Disposable {

        @Bean(destroyMethod = "close")
        DisposableDatabase database(
                DatabaseSettings settings, ObjectProvider<OpeningDatabase<DisposableDatabase>> opening) {
            OpeningDatabase<DisposableDatabase> begun = opening.getIfAvailable();
            return begun == null
                    ? DisposableDatabase.in(Path.of(settings.data()), settings.databaseConnections())
                    : begun.take();
        }

        @Bean
        DataSource dataSource(DisposableDatabase database) {
            return database.dataSource();
        }
    }

    static HikariDataSource pool(DatabaseAccess access, int connections, Duration answerWait) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("opencgt");
        config.setJdbcUrl(access.url());
        config.setUsername(access.user());
        config.setPassword(access.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        config.addDataSourceProperty("socketTimeout", Long.toString(answerWait.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.setConnectionInitSql(
                NEVER_STUCK.formatted(answerWait.dividedBy(3).toMillis()));
        return new HikariDataSource(config);
    }
}
