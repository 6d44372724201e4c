package org.opencgt.database;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A PostgreSQL database folder and the commands upon it: make, start, stop.
 *
 * @param data the folder that holds it, as {@code database}, with its log and the programs
 */
record Cluster(Path data, PostgresPrograms programs, ServerAccount account) {

    static final String SUPERUSER = "postgres";

    private static final int START_SECONDS = 600;
    private static final int ATTEMPTS = 20;
    private static final Duration ATTEMPT_PAUSE = Duration.ofMillis(500);
    private static final int STOP_SECONDS = 60;
    private static final long LOG_BYTES = 10_000_000;
    private static final long MEGABYTE = 1 << 20;

    static Cluster in(Path data) throws IOException {
        PostgresPrograms programs = PostgresPrograms.in(data);
        return new Cluster(data, programs, ServerAccount.choose(folder(data), programs));
    }

    static Path folder(Path data) {
        return data.resolve("database");
    }

    Path folder() {
        return folder(data);
    }

    Path log() {
        return data.resolve("database.log");
    }

    boolean exists() {
        return Files.exists(folder());
    }

    /** Makes an empty database, whole or not at all. */
    void create(String password) throws IOException {
        DatabaseFiles.deleteParts(folder());
        Path part = data.resolve(folder().getFileName() + DatabaseFiles.PART + UUID.randomUUID());
        Path passwordFile = data.resolve("initdb" + DatabaseFiles.PART + UUID.randomUUID());
        try {
            Files.createDirectory(
                    part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            account.own(part);
            PrivateFile.write(passwordFile, password);
            account.own(passwordFile);
            Command.Result made = Command.run(
                    Command.words(
                            account.prefix(),
                            programs.program("initdb"),
                            "--pgdata=" + part,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--text-search-config=simple",
                            "--data-checksums",
                            "--no-instructions"),
                    "");
            if (!made.succeeded()) {
                throw problem(made.output());
            }
            Files.writeString(part.resolve("postgresql.conf"), settings());
            Files.writeString(part.resolve("pg_hba.conf"), """
                    # Who may sign in: only from this machine, only with a password.
                    host all all 127.0.0.1/32 scram-sha-256
                    """);
            Files.move(part, folder(), StandardCopyOption.ATOMIC_MOVE);
            DatabaseFiles.syncFolder(data);
        } finally {
            Files.deleteIfExists(passwordFile);
            DatabaseFiles.deleteTree(part);
        }
    }

    /** Refuses a folder that is no database, or one of another major version. */
    void checkVersion() throws IOException {
        Path version = folder().resolve("PG_VERSION");
        if (!Files.exists(version)) {
            throw new DatabaseUnavailable(DatabaseProblem.DAMAGED, folder());
        }
        String found = Files.readString(version).strip();
        if (!found.equals(PostgresPrograms.MAJOR)) {
            throw new DatabaseUnavailable(DatabaseProblem.OTHER_VERSION, folder(), found, PostgresPrograms.MAJOR);
        }
    }

    /** Gives the database to the account that is to run it, as after a restore. */
    void handOver() throws IOException {
        if (!account.owns(folder())) {
            account.own(folder());
        }
    }

    Optional<Postmaster> running() throws IOException {
        return exists() ? Postmaster.in(folder()) : Optional.empty();
    }

    /**
     * Starts PostgreSQL in a session of its own, so that Ctrl-C in the terminal does not reach it before the server has
     * finished, and waits until it is ready.
     *
     * @param port where to listen; 0: on any free port
     * @param settings beside those of {@code postgresql.conf}
     */
    Postmaster start(int port, Map<String, String> settings) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return startOnce(port == 0 ? freePort() : port, settings);
            } catch (DatabaseUnavailable failed) {
                boolean portWasTaken = failed.problem() == DatabaseProblem.PORT_TAKEN && port == 0;
                boolean orphansRemain = failed.log().contains("is still in use");
                if (attempt == ATTEMPTS || !(portWasTaken || orphansRemain)) {
                    throw failed;
                }
            }
            pause();
        }
    }

    private Postmaster startOnce(int port, Map<String, String> settings) throws IOException {
        Postmaster.forgetStranger(folder());
        long logStart = openLog();
        StringBuilder options = new StringBuilder("-p ").append(port);
        settings.forEach(
                (name, value) -> options.append(" -c ").append(name).append('=').append(value));
        Command.Result started = Command.run(
                Command.words(
                        account.prefix(),
                        programs.program("pg_ctl"),
                        "start",
                        "--silent",
                        "--wait",
                        "--timeout=" + START_SECONDS,
                        "--pgdata=" + folder().toRealPath(),
                        "--log=" + log(),
                        "--options=" + options),
                "");
        Optional<Postmaster> running = running().filter(Postmaster::isReady);
        if (!started.succeeded() || running.isEmpty()) {
            throw problem(started.output() + System.lineSeparator() + DatabaseFiles.tail(log(), logStart), port);
        }
        return running.get();
    }

    /** The port where it is free, else 0. */
    static int ifFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
            return port;
        } catch (BindException taken) {
            return 0;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(ATTEMPT_PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting PostgreSQL", interrupted);
        }
    }

    /** Stops PostgreSQL: open transactions are rolled back, everything committed is on disk. */
    void stop() throws IOException {
        if (!stop("fast") && !stop("immediate") && running().isPresent()) {
            throw new IOException("PostgreSQL in " + folder() + " does not stop; see " + log());
        }
    }

    private boolean stop(String mode) throws IOException {
        return Command.run(
                        Command.words(
                                account.prefix(),
                                programs.program("pg_ctl"),
                                "stop",
                                "--silent",
                                "--wait",
                                "--mode=" + mode,
                                "--timeout=" + STOP_SECONDS,
                                "--pgdata=" + folder()),
                        "")
                .succeeded();
    }

    /** Sets the superuser's password in a database that is not running, when the old one is lost. */
    void resetPassword(String password) throws IOException {
        Postmaster.forgetStranger(folder());
        Command.Result reset = Command.run(
                Command.words(
                        account.prefix(),
                        programs.program("postgres"),
                        "--single",
                        "-D",
                        folder().toRealPath(),
                        SUPERUSER),
                "ALTER ROLE " + SUPERUSER + " PASSWORD '" + password + "'\n");
        if (!reset.succeeded() || reset.output().contains("ERROR:")) {
            throw problem(reset.output());
        }
    }

    private DatabaseUnavailable problem(String output) {
        return problem(output, 0);
    }

    private DatabaseUnavailable problem(String output, int port) {
        String said = output.strip();
        DatabaseProblem problem = DatabaseProblem.saidBy(said);
        return switch (problem) {
            case PORT_TAKEN -> new DatabaseUnavailable(problem, said, null, Integer.toString(port), data);
            default -> new DatabaseUnavailable(problem, said, null, data);
        };
    }

    private long openLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_BYTES) {
            Files.move(log(), data.resolve("database.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(log())) {
            Files.write(log(), new byte[0], StandardOpenOption.CREATE_NEW);
            Files.setPosixFilePermissions(log(), PosixFilePermissions.fromString("rw-------"));
        }
        account.own(log());
        return Files.size(log());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    /** Written once; whoever runs the server may change it. Durability is not for sale, memory is moderate. */
    private static String settings() {
        long memory = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getTotalMemorySize()
                / MEGABYTE;
        long buffers = Math.clamp(memory / 16, 64, 1024);
        return """
                # Written when the database was made; see docs/operations.md before changing it.
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = 100
                password_encryption = scram-sha-256

                fsync = on
                full_page_writes = on
                synchronous_commit = on
                max_wal_size = 2GB

                shared_buffers = %dMB
                effective_cache_size = %dMB
                work_mem = 16MB
                maintenance_work_mem = 128MB
                jit = off

                timezone = 'UTC'
                datestyle = 'iso, ymd'
                default_text_search_config = 'pg_catalog.simple'

                log_checkpoints = off
                log_timezone = 'UTC'
                log_line_prefix = '%%m [%%p] %%q%%u@%%d '
                """.formatted(buffers, Math.max(buffers, memory / 2));
    }
}
