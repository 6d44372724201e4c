package org.opencgt.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The PostgreSQL that the program brings, in a data folder of its own, durable and reachable only from this machine with a
 * password.
 *
 * <p>Any number of processes may use one folder at once, for example the command line beside the server: whoever comes first
 * starts PostgreSQL, the last to leave stops it. One that was left running by a killed process is adopted.
 *
 * <pre>
 * data/postgresql-18.6/      the programs, unpacked once
 * data/database/             the database itself
 * data/database.properties   passwords and port, mode 0600
 * data/database.log          PostgreSQL's log
 * data/database.lock         who uses it
 * </pre>
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private final Supervisor supervisor;
    private final DatabaseAccess owner;
    private final DatabaseAccess runtime;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private EmbeddedPostgres(Supervisor supervisor) {
        this.supervisor = supervisor;
        this.owner = supervisor.owner();
        this.runtime = supervisor.runtime();
    }

    /**
     * Starts or joins the PostgreSQL of a data folder, making all that is missing.
     *
     * @throws DatabaseUnavailable saying what is wrong and how to mend it
     */
    public static EmbeddedPostgres start(Path data) {
        return start(data, Map.of());
    }

    /** @param settings in place of those in {@code postgresql.conf}, where this call is the one that starts it */
    static EmbeddedPostgres start(Path data, Map<String, String> settings) {
        Supervisor supervisor = Supervisor.of(data);
        supervisor.enter(settings);
        return new EmbeddedPostgres(supervisor);
    }

    /** Unpacks PostgreSQL's programs into the folder that the build names for that, where they are not there yet. */
    public static void prepare() {
        Path folder =
                Path.of(Objects.requireNonNull(System.getProperty(PostgresPrograms.READY), PostgresPrograms.READY));
        PostgresPrograms.in(folder);
    }

    /** As the owner of all tables: for migrations. */
    public DatabaseAccess owner() {
        return owner;
    }

    /** As the role of the running server. */
    public DatabaseAccess runtime() {
        return runtime;
    }

    DatabaseAccess superuser() {
        return supervisor.superuser();
    }

    Cluster cluster() {
        return supervisor.cluster();
    }

    /**
     * Leaves it also when the process is ended by Ctrl-C or SIGTERM. For programs without a Spring context; a context
     * closes its beans in the right order by itself.
     */
    public EmbeddedPostgres closeAtExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "postgres-close"));
        return this;
    }

    /** Leaves it; the last to leave stops PostgreSQL. */
    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            supervisor.leave();
        }
    }
}
