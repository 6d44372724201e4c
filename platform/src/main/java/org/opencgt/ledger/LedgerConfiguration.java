package org.opencgt.ledger;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger for the rest of the server. It is closed before the database: what waits is written first. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {

    @Bean
    LogKey logKey(LedgerSettings settings, @Value("${opencgt.data:data}") Path data) {
        Path file = settings.keyFile().isBlank() ? data.resolve("log.key") : Path.of(settings.keyFile());
        String origin = settings.origin().isBlank()
                ? "opencgt.local/" + HexFormat.of().toHexDigits(new SecureRandom().nextLong())
                : settings.origin();
        return LogKey.open(file, origin);
    }

    @Bean
    Sequencer sequencer(DataSource database, List<Projection<?>> projections) {
        return new Sequencer(database, projections);
    }

    @Bean
    Checkpointer checkpointer(DataSource database, LogKey key, Clock clock, LedgerSettings settings) {
        Checkpointer checkpointer = new Checkpointer(database, key, clock);
        checkpointer.every(settings.checkpointEvery());
        return checkpointer;
    }

    @Bean
    Ledger ledger(JdbcClient database) {
        return new Ledger(database);
    }

    @Bean
    Export export(DataSource database, Checkpointer checkpointer, LogKey key) {
        return new Export(database, checkpointer, key);
    }

    @Bean
    Verification verification(DataSource database, LogKey key) {
        return Verification.of(database, key.verifier());
    }
}
