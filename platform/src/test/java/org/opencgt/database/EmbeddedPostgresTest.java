package org.opencgt.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Path data = Path.of("");

    /** The programs need not be unpacked for each test. */
    @BeforeEach
    void makeFolder() throws IOException {
        data = Files.createTempDirectory(Path.of("target"), "postgres-").toRealPath();
        Path shared = Files.createDirectories(Path.of("target", "test-postgres"));
        Path programs = PostgresPrograms.in(shared).home().toRealPath();
        Files.createSymbolicLink(data.resolve(programs.getFileName()), programs);
    }

    @AfterEach
    void deleteFolder() throws IOException {
        assertThat(running()).isFalse();
        DatabaseFiles.deleteTree(data);
    }

    @Test
    void keepsDataBetweenStarts() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            execute(postgres.owner(), "CREATE TABLE note AS SELECT 'kept' AS text");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThat(query(postgres.owner(), "SELECT text FROM note")).isEqualTo("kept");
        }
        assertThat(running()).isFalse();
    }

    @Test
    void keepsItsPortWhereItIsFreeAndTakesAnotherWhereItIsNot() throws IOException, SQLException {
        int port;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            port = port(postgres);
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThat(port(postgres)).isEqualTo(port);
        }
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThat(port(postgres)).isNotEqualTo(taken.getLocalPort());
            assertThat(query(postgres.runtime(), "SELECT 'here'")).isEqualTo("here");
        }
    }

    @Test
    void isDurableAndEncodedTheSameEverywhere() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            DatabaseAccess access = postgres.runtime();
            assertThat(query(access, "SHOW fsync")).isEqualTo("on");
            assertThat(query(access, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(query(access, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(access, "SHOW data_checksums")).isEqualTo("on");
            assertThat(query(access, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(query(
                            access,
                            "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'opencgt'"))
                    .isEqualTo("bC.UTF-8");
            assertThat(query(access, "SELECT upper('äé')")).isEqualTo("ÄÉ");
        }
    }

    @Test
    void admitsOnlyWithAPasswordAndOnlyFromThisMachine() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            DatabaseAccess owner = postgres.owner();
            assertThatThrownBy(() -> new DatabaseAccess(owner.url(), owner.user(), "guess").connect())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            for (InetAddress address : otherAddresses()) {
                assertThatThrownBy(() -> new Socket(address, port(postgres)).close())
                        .isInstanceOf(IOException.class);
            }
            assertThat(mode("database.properties")).isEqualTo("rw-------");
            assertThat(mode("database.log")).isEqualTo("rw-------");
            assertThat(mode("database")).isEqualTo("rwx------");
            assertThat(owner.toString()).doesNotContain(owner.password());
        }
    }

    @Test
    void theLastOfSeveralUsersInAProcessStopsIt() throws SQLException {
        EmbeddedPostgres first = EmbeddedPostgres.start(data);
        EmbeddedPostgres second = EmbeddedPostgres.start(data);
        assertThat(second.owner()).isEqualTo(first.owner());
        first.close();
        first.close();
        assertThat(query(second.runtime(), "SELECT 'here'")).isEqualTo("here");
        second.close();
        assertThat(running()).isFalse();
    }

    @Test
    void makesNewPasswordsWhereTheirFileIsLost() throws IOException, SQLException {
        String old;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            execute(postgres.owner(), "CREATE TABLE note AS SELECT 'kept' AS text");
            old = postgres.owner().password();
        }
        Files.delete(data.resolve("database.properties"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            assertThat(query(postgres.owner(), "SELECT text FROM note")).isEqualTo("kept");
            assertThat(postgres.owner().password()).isNotEqualTo(old);
        }
    }

    @Test
    void theProgramsAreOfTheVersionThatTheyAreSaidToBe() throws IOException {
        Path postgres = PostgresPrograms.in(data).program("postgres");
        assertThat(Command.run(List.of(postgres.toString(), "--version"), "").output())
                .isEqualTo("postgres (PostgreSQL) " + PostgresPrograms.VERSION);
    }

    @Test
    void programsThatLostAFileAreUnpackedAgain(@TempDir Path own) throws IOException {
        Path lost = PostgresPrograms.in(own).program("initdb");
        Files.write(lost, new byte[0]);
        Path leftBehind = Files.createDirectory(own.resolve("postgresql-18.6.part-interrupted"));
        PostgresPrograms.in(own);
        assertThat(lost).isNotEmptyFile().isExecutable();
        assertThat(leftBehind).doesNotExist();
    }

    @Nested
    class WithAnotherProcess {

        @Test
        void joinsWhatTheOtherStartedAndLeavesItRunning() throws Exception {
            try (PostgresHolder server = PostgresHolder.of(data)) {
                Postmaster postmaster = Postmaster.in(Cluster.folder(data)).orElseThrow();
                try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
                    assertThat(port(postgres)).isEqualTo(postmaster.port());
                    assertThat(query(postgres.runtime(), "SELECT 'here'")).isEqualTo("here");
                }
                assertThat(Postmaster.in(Cluster.folder(data))).contains(postmaster);
                server.terminate();
                assertThat(running()).isFalse();
            }
        }

        @Test
        void keepsWhatTheOtherStartedWhenThatEnds() throws Exception {
            try (PostgresHolder commandLine = PostgresHolder.of(data);
                    EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
                commandLine.terminate();
                assertThat(query(postgres.runtime(), "SELECT 'here'")).isEqualTo("here");
            }
            assertThat(running()).isFalse();
        }

        @Test
        void adoptsWhatAKilledProcessLeftRunning() throws Exception {
            try (PostgresHolder killed = PostgresHolder.of(data)) {
                killed.kill();
            }
            Postmaster left = Postmaster.in(Cluster.folder(data)).orElseThrow();
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
                assertThat(Postmaster.in(Cluster.folder(data))).contains(left);
                assertThat(query(postgres.runtime(), "SELECT 'here'")).isEqualTo("here");
            }
            assertThat(running()).isFalse();
        }
    }

    @Nested
    class AfterACrash {

        @Test
        void aKilledPostgresIsStartedAgainOnItsPort() throws Exception {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
                execute(postgres.owner(), "CREATE TABLE note AS SELECT 'committed' AS text");
                killPostgres();
                eventually(() -> query(postgres.owner(), "SELECT text FROM note"), "committed");
            }
            assertThat(running()).isFalse();
        }

        @Test
        void bothKilledTheNextStartRecovers() throws Exception {
            try (PostgresHolder killed = PostgresHolder.of(data)) {
                killed.kill();
                killPostgres();
            }
            assertThat(Cluster.folder(data).resolve("postmaster.pid")).exists();
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
                assertThat(query(postgres.runtime(), "SELECT 'here'")).isEqualTo("here");
            }
        }

        @Test
        void aProcessThatTookTheNumberOfTheDeadOneDoesNotMatter() throws Exception {
            EmbeddedPostgres.start(data).close();
            Files.writeString(
                    Cluster.folder(data).resolve("postmaster.pid"),
                    ProcessHandle.current().pid() + "\n" + Cluster.folder(data) + "\n1\n5432\n\n127.0.0.1\n\nready\n");
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
                assertThat(query(postgres.runtime(), "SELECT 'here'")).isEqualTo("here");
            }
        }

        @Test
        void anInterruptedFirstStartIsBegunAnew() throws Exception {
            Path part = Files.createDirectories(data.resolve("database.part-interrupted/base"));
            Secrets.in(data);
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
                assertThat(query(postgres.runtime(), "SELECT 'here'")).isEqualTo("here");
                assertThat(part).doesNotExist();
            }
        }
    }

    @Nested
    class SaysWhatIsWrong {

        @Test
        void aDatabaseOfAnotherVersion() throws IOException {
            EmbeddedPostgres.start(data).close();
            Files.writeString(Cluster.folder(data).resolve("PG_VERSION"), "15\n");
            assertThatUnavailable(DatabaseProblem.OTHER_VERSION)
                    .hasMessageContaining("was made by PostgreSQL 15; this release brings PostgreSQL 18");
        }

        @Test
        void aDamagedDatabase() throws IOException {
            EmbeddedPostgres.start(data).close();
            Files.write(Cluster.folder(data).resolve("global/pg_control"), new byte[8192]);
            assertThatUnavailable(DatabaseProblem.DAMAGED)
                    .hasMessageContaining("restore the last backup")
                    .hasMessageContaining("control file appears to be corrupt");
        }

        @Test
        void aFolderThatIsNoDatabase() throws IOException {
            Files.createDirectory(Cluster.folder(data));
            assertThatUnavailable(DatabaseProblem.DAMAGED).hasMessageContaining("Do not delete it");
        }

        @Test
        void aMistakeInTheSettings() throws IOException {
            EmbeddedPostgres.start(data).close();
            Files.writeString(Cluster.folder(data).resolve("postgresql.conf"), "shared_buffers = plenty\n");
            assertThatUnavailable(DatabaseProblem.NOT_STARTED)
                    .hasMessageContaining("invalid value for parameter \"shared_buffers\"");
        }

        @Test
        void passwordsThatTheDatabaseRefuses() throws IOException {
            EmbeddedPostgres.start(data).close();
            Secrets kept = Secrets.in(data);
            new Secrets("0".repeat(48), "0".repeat(48), "0".repeat(48), kept.port(), true).write(data);
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
                assertThatExceptionOfType(DatabaseUnavailable.class)
                        .isThrownBy(() -> Migrations.run(postgres.owner()))
                        .satisfies(e -> assertThat(e.problem()).isEqualTo(DatabaseProblem.PASSWORD_REFUSED))
                        .withMessageContaining("delete database.properties");
            }
        }

        @Test
        void inBothLanguages() throws IOException {
            Files.createDirectory(Cluster.folder(data));
            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(data))
                    .satisfies(e -> assertThat(e.problemText(Locale.SIMPLIFIED_CHINESE))
                            .isEqualTo(Cluster.folder(data) + " 中的数据库已损坏。"))
                    .satisfies(e -> assertThat(e.problemText(Locale.FRENCH))
                            .isEqualTo("The database in " + Cluster.folder(data) + " is damaged."));
        }

        private AbstractThrowableAssert<?, ?> assertThatUnavailable(DatabaseProblem problem) {
            return assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                    .asInstanceOf(InstanceOfAssertFactories.throwable(DatabaseUnavailable.class))
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
        }
    }

    @Nested
    class AsRootWhereUserNamespacesAreForbidden {

        @Test
        void runsAsAnOrdinaryUserWhoOwnsTheFiles() throws Exception {
            assumeThat(Files.getAttribute(Path.of("/proc/self"), "unix:uid")).isEqualTo(0);
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
            PostgresPrograms programs = PostgresPrograms.in(data);
            ServerAccount ordinary = ServerAccount.candidates(Cluster.folder(data)).stream()
                    .filter(account -> account.owner() != null)
                    .findFirst()
                    .orElseThrow();
            Cluster cluster = new Cluster(data, programs, ordinary);
            cluster.create("0123456789abcdef");
            cluster.start(0, Map.of());
            Object owner = Files.getAttribute(cluster.folder(), "unix:uid");
            cluster.stop();
            assertThat(owner).isNotEqualTo(0);

            try (EmbeddedPostgres again = EmbeddedPostgres.start(data)) {
                assertThat(again.cluster().account().prefix()).contains("--reuid=" + owner);
                assertThat(query(again.runtime(), "SELECT 'here'")).isEqualTo("here");
            }
        }
    }

    private void killPostgres() throws IOException {
        long pid = Postmaster.in(Cluster.folder(data)).orElseThrow().pid();
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }

    private boolean running() {
        try {
            return Postmaster.in(Cluster.folder(data)).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)));
    }

    private static int port(EmbeddedPostgres postgres) {
        String url = postgres.owner().url();
        return Integer.parseInt(url.replaceAll(".*127\\.0\\.0\\.1:([0-9]+)/.*", "$1"));
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    private static void execute(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = access.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = access.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private interface Question {
        String ask() throws SQLException;
    }

    private static void eventually(Question question, String answer) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                assertThat(question.ask()).isEqualTo(answer);
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }
}
