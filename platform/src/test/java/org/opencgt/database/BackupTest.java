package org.opencgt.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackupTest {

    private Path folder = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        folder = Files.createTempDirectory(Path.of("target"), "backup-").toRealPath();
        Path shared = Files.createDirectories(Path.of("target", "test-postgres"));
        Path programs = PostgresPrograms.in(shared).home().toRealPath();
        for (String data : new String[] {"data", "restored"}) {
            Files.createSymbolicLink(
                    Files.createDirectory(folder.resolve(data)).resolve(programs.getFileName()), programs);
        }
    }

    @AfterEach
    void deleteFolders() throws IOException {
        DatabaseFiles.deleteTree(folder);
    }

    @Test
    void whatIsWrittenBeforeTheBackupIsThereAfterTheRestoreThoughWritingWentOn() throws Exception {
        Path out = folder.resolve("backup.tar.gz");
        Backup.Contents taken;
        long before;
        long after;
        try (EmbeddedPostgres postgres = start("data");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            execute(postgres, "CREATE TABLE note (number bigint PRIMARY KEY, text text)");
            AtomicBoolean done = new AtomicBoolean();
            CountDownLatch writing = new CountDownLatch(1);
            Future<?> writer = threads.submit(() -> {
                write(postgres, done, writing);
                return null;
            });
            writing.await();
            before = query(postgres, "SELECT max(number) FROM note");
            taken = Backup.take(postgres, out);
            after = query(postgres, "SELECT max(number) FROM note");
            done.set(true);
            writer.get();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("data", "restored", "backup.tar.gz");

        assertThat(Backup.restore(out, folder.resolve("restored"))).isEqualTo(taken);
        try (EmbeddedPostgres postgres = start("restored")) {
            long restored = query(postgres, "SELECT max(number) FROM note");
            assertThat(restored).isBetween(before, after + 1);
            assertThat(query(postgres, "SELECT count(*) FROM note")).isEqualTo(restored);
            execute(postgres, "INSERT INTO note VALUES (0, 'goes on')");
        }
    }

    @Test
    void aBackupThatWasAlteredOrCutIsNotRestored() throws Exception {
        Path out = folder.resolve("backup.tar.gz");
        try (EmbeddedPostgres postgres = start("data")) {
            Backup.take(postgres, out);
        }
        byte[] whole = Files.readAllBytes(out);
        byte[] altered = whole.clone();
        altered[whole.length / 2] ^= 1;
        Files.write(out, altered);
        assertNotRestored(out, DatabaseProblem.BACKUP_DAMAGED);

        Files.write(out, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertNotRestored(out, DatabaseProblem.BACKUP_DAMAGED);
        assertNotRestored(folder.resolve("none.tar.gz"), DatabaseProblem.BACKUP_DAMAGED);
        assertThat(folder.resolve("restored/database")).doesNotExist();
    }

    @Test
    void neverOverwrites() throws Exception {
        Path out = folder.resolve("backup.tar.gz");
        try (EmbeddedPostgres postgres = start("data")) {
            Backup.take(postgres, out);
            assertThatExceptionOfType(DatabaseUnavailable.class).isThrownBy(() -> Backup.take(postgres, out));
        }
        start("restored").close();
        assertNotRestored(out, DatabaseProblem.DATABASE_EXISTS);
    }

    @Test
    void holdsNeitherPasswordsNorTheKeyOfPersonalData() throws Exception {
        Path out = folder.resolve("backup.tar.gz");
        Files.writeString(folder.resolve("data/vault.key"), "secret");
        String owner;
        try (EmbeddedPostgres postgres = start("data")) {
            owner = postgres.owner().password();
            Backup.take(postgres, out);
        }
        Backup.restore(out, folder.resolve("restored"));
        assertThat(folder.resolve("restored/vault.key")).doesNotExist();
        assertThat(folder.resolve("restored/database.properties")).doesNotExist();
        try (EmbeddedPostgres postgres = start("restored")) {
            assertThat(postgres.owner().password()).isNotEqualTo(owner);
        }
    }

    private EmbeddedPostgres start(String data) {
        return EmbeddedPostgres.start(folder.resolve(data));
    }

    private void assertNotRestored(Path from, DatabaseProblem problem) {
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> Backup.restore(from, folder.resolve("restored")))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private static void write(EmbeddedPostgres postgres, AtomicBoolean done, CountDownLatch writing)
            throws SQLException {
        try (Connection connection = postgres.owner().connect();
                var insert = connection.prepareStatement("INSERT INTO note VALUES (?, repeat('x', 2000))")) {
            for (long number = 1; !done.get(); number++) {
                insert.setLong(1, number);
                insert.executeUpdate();
                if (number == 100) {
                    writing.countDown();
                }
            }
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.owner().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }
}
