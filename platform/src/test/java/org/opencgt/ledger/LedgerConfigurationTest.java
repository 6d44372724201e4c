package org.opencgt.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencgt.ledger.Drafts.draft;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencgt.database.TestDatabase;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerConfigurationTest {

    @TempDir
    private Path data;

    @Test
    void theServerAppendsSignsAndVerifies() {
        try (TestDatabase database = TestDatabase.fresh()) {
            new ApplicationContextRunner()
                    .withUserConfiguration(LedgerConfiguration.class)
                    .withBean(DataSource.class, database::runtime)
                    .withBean(JdbcClient.class, () -> JdbcClient.create(database.runtime()))
                    .withBean(Clock.class, Clock::systemUTC)
                    .withPropertyValues("opencgt.data=" + data)
                    .run(context -> {
                        context.getBean(Sequencer.class)
                                .append(draft().on("unit:1", 0).end());
                        SignedNote note = context.getBean(Checkpointer.class).checkpoint();

                        assertThat(note.isSignedBy(context.getBean(LogKey.class).verifier()))
                                .isTrue();
                        assertThat(note.text()).startsWith("opencgt.local/");
                        assertThat(context.getBean(Ledger.class).size()).isOne();
                        assertThat(context.getBean(Verification.class).run().holds())
                                .isTrue();
                    });
            assertThat(data.resolve("log.key")).exists();
        }
    }
}
