package org.opencgt.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real PostgreSQL for tests: one server for the whole test JVM in {@code target/test-postgres}, a migrated database of its
 * own for whoever asks. The first costs about two seconds once after {@code mvn clean}, each further one some 50 ms.
 *
 * <p>For a test of SQL, one database per class (or per test):
 *
 * <pre>{@code
 * private static final TestDatabase database = TestDatabase.fresh();
 *
 * @AfterAll static void close() { database.close(); }
 *
 * JdbcClient jdbc = JdbcClient.create(database.runtime());   // what the server may do
 * JdbcClient all = JdbcClient.create(database.owner());      // what migrations may do
 * }</pre>
 *
 * <p>For a test of the whole application:
 *
 * <pre>{@code
 * @SpringBootTest
 * class SomethingTest {
 *     @DynamicPropertySource
 *     static void database(DynamicPropertyRegistry registry) { TestDatabase.register(registry); }
 * }
 * }</pre>
 *
 * <p>Durability is off here, everything else is as in the product. Databases of ended test runs are dropped at the next.
 */
public final class TestDatabase implements AutoCloseable {

    private static final Path DATA = Path.of("target", "test-postgres");
    private static final Map<String, String> FAST =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");
    private static final int CONNECTIONS = 20;
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(30);
    private static final long TEMPLATE_LOCK = 7_300_401;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;
    private final DatabaseAccess ownerAccess;
    private final DatabaseAccess runtimeAccess;
    private final HikariDataSource owner;
    private final HikariDataSource runtime;

    private TestDatabase(String name) {
        this.name = name;
        this.ownerAccess = Server.POSTGRES.owner().to(name);
        this.runtimeAccess = Server.POSTGRES.runtime().to(name);
        this.owner = DatabaseConfiguration.pool(ownerAccess, CONNECTIONS, ANSWER_WAIT);
        this.runtime = DatabaseConfiguration.pool(runtimeAccess, CONNECTIONS, ANSWER_WAIT);
    }

    /** A migrated database that nobody else uses. */
    public static TestDatabase fresh() {
        return new TestDatabase(Server.copyOfTemplate());
    }

    /** Points a Spring context to a fresh database, as to an external server. */
    public static TestDatabase register(DynamicPropertyRegistry registry) {
        TestDatabase database = fresh();
        register(registry, database, database.url());
        return database;
    }

    /** The same over a line that can be disturbed. */
    public static TestDatabase register(DynamicPropertyRegistry registry, Line line) {
        TestDatabase database = fresh();
        register(registry, database, database.url().replaceFirst(":[0-9]+/", ":" + line.port() + "/"));
        return database;
    }

    /** A line to the server of all test databases. */
    public static Line line() {
        return Line.to(
                Integer.parseInt(Server.POSTGRES.owner().url().replaceAll(".*127\\.0\\.0\\.1:([0-9]+)/.*", "$1")));
    }

    private static void register(DynamicPropertyRegistry registry, TestDatabase database, String url) {
        registry.add("opencgt.database-url", () -> url);
        registry.add("opencgt.database-owner", database.ownerAccess::user);
        registry.add("opencgt.database-owner-password", database.ownerAccess::password);
        registry.add("opencgt.database-runtime", database.runtimeAccess::user);
        registry.add("opencgt.database-runtime-password", database.runtimeAccess::password);
        registry.add(
                "opencgt.data",
                () -> DATA.resolveSibling("test-data").resolve(database.name).toString());
    }

    public String url() {
        return ownerAccess.url();
    }

    /** As the role that owns the tables. */
    public DataSource owner() {
        return owner;
    }

    /** As the role of the running server, with its least rights. */
    public DataSource runtime() {
        return runtime;
    }

    /** Drops the database. */
    @Override
    public void close() {
        owner.close();
        runtime.close();
        Server.execute("DROP DATABASE " + name + " WITH (FORCE)");
    }

    /** Started with the first database of the test run. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES =
                EmbeddedPostgres.start(DATA, FAST).closeAtExit();
        private static final String TEMPLATE = "template_" + Long.toHexString(checksumOfMigrations());

        static {
            try (Connection connection = POSTGRES.superuser().connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(" + TEMPLATE_LOCK + ")");
                List<String> databases = databases(statement);
                if (!databases.contains(TEMPLATE)) {
                    makeTemplate(statement);
                }
                for (String database : databases) {
                    if (isOfEndedRun(database)) {
                        statement.execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
                    }
                }
                statement.execute("SELECT pg_advisory_unlock(" + TEMPLATE_LOCK + ")");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        static synchronized String copyOfTemplate() {
            String name = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
            execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " OWNER " + Provisioning.OWNER);
            try (Connection connection = POSTGRES.superuser().connect();
                    Statement statement = connection.createStatement()) {
                Provisioning.restrict(statement, name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return name;
        }

        static void execute(String sql) {
            try (Connection connection = POSTGRES.superuser().connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void makeTemplate(Statement statement) throws SQLException {
            statement.execute("DROP DATABASE IF EXISTS making_template WITH (FORCE)");
            Provisioning.createDatabase(statement, "making_template");
            Migrations.run(POSTGRES.owner().to("making_template"));
            statement.execute("ALTER DATABASE making_template RENAME TO " + TEMPLATE);
        }

        private static boolean isOfEndedRun(String database) {
            return database.startsWith("test_")
                    && ProcessHandle.of(Long.parseLong(database.split("_")[1])).isEmpty();
        }

        private static List<String> databases(Statement statement) throws SQLException {
            List<String> names = new ArrayList<>();
            try (var rows = statement.executeQuery("SELECT datname FROM pg_database")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }

        private static long checksumOfMigrations() {
            try {
                Resource[] files =
                        new PathMatchingResourcePatternResolver().getResources(Migrations.LOCATION + "/*.sql");
                Arrays.sort(files, Comparator.comparing(Resource::getFilename));
                CRC32 checksum = new CRC32();
                for (Resource file : files) {
                    checksum.update(file.getContentAsByteArray());
                }
                return checksum.getValue();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
