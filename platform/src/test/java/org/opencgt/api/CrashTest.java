package org.opencgt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.opencgt.database.EmbeddedPostgres;
import org.opencgt.database.SmallDisk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server and its PostgreSQL are killed while several write: whatever was answered stands, nothing is half done, and who got no
 * answer gets it by asking again under the same key.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashTest {

    private static final String ADMINISTRATOR = "administrator";
    private static final String OWN = "chosen-by-oneself-1";
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    /** What may be answered while the database is away. */
    private static final List<String> LOST = List.of("ledger-unavailable-connection", "outcome-unknown");

    /** What may be answered while the disk is full; where PostgreSQL's own log does not fit any more, it goes away. */
    private static final List<String> FULL =
            List.of("ledger-unavailable-disk-full", "ledger-unavailable-connection", "outcome-unknown");

    private Optional<SmallDisk> disk = Optional.empty();
    private Path data;
    private ChildServer server;
    private Writers writers;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        disk = SmallDisk.at(folder);
        data = folder.resolve("data");
        server = ChildServer.on(data);
        Rest.Answer changed = Rest.of(server.address())
                .post(
                        "/api/password",
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("person", ADMINISTRATOR)
                                .put("password", server.password())
                                .put("fresh", OWN));
        assertThat(changed.status()).as(changed.body()).isEqualTo(204);
        writers = Writers.on(server.address(), ADMINISTRATOR, OWN);
    }

    @AfterAll
    void end() throws Exception {
        server.close();
        EmbeddedPostgres.start(data).close(); // adopts what a killed server left running, and stops it
        disk.ifPresent(SmallDisk::close);
    }

    private void restart() throws Exception {
        server.close();
        server = ChildServer.on(data);
    }

    private static void briefly() throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextLong(700, 1_500));
    }

    @Test
    @Order(1)
    void whatWasAnsweredStandsAfterTheServerWasKilled() throws Exception {
        writers.writeDuring(server.address(), () -> {
            briefly();
            server.kill();
        });
        assertThat(writers.open()).as("somebody got no answer").isPositive();
        restart();
        writers.repeat(server.address());
        nothingIsHalfDone();
    }

    @Test
    @Order(2)
    void theServerOutlivesItsDatabase() throws Exception {
        writers.writeDuring(server.address(), () -> {
            briefly();
            ChildServer.killPostgres(data);
            Thread.sleep(4_000);
        });
        assertThat(server.isAlive()).isTrue();
        assertThat(writers.told()).isSubsetOf(LOST);
        writers.repeat(server.address());
        nothingIsHalfDone();
    }

    @Test
    @Order(3)
    void whatWasAnsweredStandsAfterBothWereKilled() throws Exception {
        writers.writeDuring(server.address(), () -> {
            briefly();
            ChildServer.killPostgres(data);
            server.kill();
        });
        assertThat(writers.open()).as("somebody got no answer").isPositive();
        restart();
        writers.repeat(server.address());
        nothingIsHalfDone();
    }

    /** The whole disk: tables cannot grow, and then PostgreSQL's log, without which it cannot run at all. */
    @Test
    @Order(4)
    void aFullDiskIsToldAndTheServerGoesOnWhenThereIsRoom() throws Exception {
        assumeThat(disk).as("a disk of its own, which only root may mount").isPresent();
        SmallDisk small = disk.orElseThrow();
        writers.forgetTold();
        small.leave(1);
        writers.writeDuring(
                server.address(), () -> eventually(() -> !writers.told().isEmpty()));
        Thread.sleep(3_000);
        assertThat(server.isAlive()).isTrue();
        assertThat(writers.told()).isNotEmpty().isSubsetOf(FULL);
        assertThat(writers.open()).isPositive();
        small.leaveAmple();
        eventually(() -> writers.canWrite(server.address()));
        writers.repeat(server.address());
        nothingIsHalfDone();
    }

    @Test
    @Order(5)
    void theLedgerHoldsAndAnswersAreTheSame() throws Exception {
        List<String> keys = List.copyOf(writers.entries().keySet());
        for (int i = 0; i < 50; i++) {
            String key = keys.get(ThreadLocalRandom.current().nextInt(keys.size()));
            assertThat(writers.stillSays(server.address(), key)).isTrue();
        }
        assertThat(server.terminate()).as("it ends when it is asked to").isTrue();
        ChildServer.Said verified = ChildServer.command("ledger", "verify", "--data", data.toString());
        assertThat(verified.exit()).as(verified.output()).isZero();
        assertThat(verified.output()).contains("✓ The ledger holds");
    }

    private static void eventually(java.util.function.BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(RECOVERY);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("within " + RECOVERY).isBefore(end);
            Thread.sleep(100);
        }
    }

    private void nothingIsHalfDone() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            var owner = postgres.owner();
            writers.agreeWith(
                    JdbcClient.create(new DriverManagerDataSource(owner.url(), owner.user(), owner.password())));
        }
    }
}
