package org.opencgt.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the PostgreSQL of one data folder running for as long as this process needs it. One for each folder in a process;
 * several users within the process are counted.
 *
 * <p>On entering, in the turn that {@link DataLocks} grants: one that runs already (another process started it, or its
 * starter was killed) is adopted; else it is started. On leaving, the last user of the last process stops it. In between, a
 * PostgreSQL that died is started again on the same port.
 */
final class Supervisor {

    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);

    private static final Map<Path, Supervisor> ALL = new ConcurrentHashMap<>();

    private static final Duration TURN_WAIT = Duration.ofMinutes(10);
    private static final Duration RECOVERY_WAIT = Duration.ofMinutes(10);
    private static final Duration OTHERS_WAIT = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration WATCH = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Path data;
    private int users;
    private @Nullable Running running;

    private Supervisor(Path data) {
        this.data = data;
    }

    /** What is there while there are users. */
    private record Running(DataLocks locks, Cluster cluster, Secrets secrets, Map<String, String> settings, int port) {}

    static Supervisor of(Path data) {
        try {
            Files.createDirectories(data);
            return ALL.computeIfAbsent(data.toRealPath(), Supervisor::new);
        } catch (IOException e) {
            throw DatabaseFiles.problem(e, data);
        }
    }

    /** Joins the users, starting or adopting PostgreSQL for the first. */
    synchronized void enter(Map<String, String> settings) {
        if (running == null) {
            running = bringUp(settings);
        }
        users++;
    }

    /** Leaves the users; the last of the last process stops PostgreSQL. */
    synchronized void leave() {
        users--;
        if (users == 0 && running != null) {
            Running ending = running;
            running = null;
            bringDown(ending);
        }
    }

    synchronized DatabaseAccess superuser() {
        return access("postgres", Cluster.SUPERUSER, current().secrets.superuser());
    }

    synchronized DatabaseAccess owner() {
        return access(
                Provisioning.DATABASE, Provisioning.OWNER, current().secrets.owner());
    }

    synchronized DatabaseAccess runtime() {
        return access(
                Provisioning.DATABASE, Provisioning.RUNTIME, current().secrets.runtime());
    }

    synchronized Cluster cluster() {
        return current().cluster;
    }

    private Running current() {
        if (running == null) {
            throw new IllegalStateException("PostgreSQL in " + data + " is stopped");
        }
        return running;
    }

    private DatabaseAccess access(String database, String user, String password) {
        return new DatabaseAccess(url(current().port, database), user, password);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database
                + "?ApplicationName=opencgt&sslmode=disable&gssEncMode=disable&reWriteBatchedInserts=true";
    }

    private Running bringUp(Map<String, String> settings) {
        Instant begun = Instant.now();
        try {
            DataLocks locks = DataLocks.in(data);
            boolean up = false;
            try {
                Optional<Postmaster> adopted = takeTurn(locks);
                Cluster cluster = Cluster.in(data);
                if (cluster.exists()) {
                    cluster.checkVersion();
                }
                Secrets secrets = Secrets.in(data);
                if (adopted.isPresent() && !secrets.provisioned() && !locks.isUsedByOthers()) {
                    cluster.stop();
                    adopted = Optional.empty();
                }
                Postmaster postmaster = adopted.isPresent() ? adopted.get() : start(cluster, secrets, settings);
                locks.use();
                secrets = provision(secrets, postmaster);
                locks.endTurn();
                up = true;
                log.info(
                        "PostgreSQL {} {} in {}, port {}, after {} ms",
                        PostgresPrograms.VERSION,
                        adopted.isPresent() ? "found running" : "started",
                        data,
                        Integer.toString(postmaster.port()),
                        Duration.between(begun, Instant.now()).toMillis());
                Running result = new Running(locks, cluster, secrets, settings, postmaster.port());
                Thread.ofVirtual().name("postgres-watch").start(() -> watch(result));
                return result;
            } finally {
                if (!up) {
                    locks.close();
                }
            }
        } catch (IOException e) {
            throw DatabaseFiles.problem(e, data);
        }
    }

    /**
     * Waits for this process's turn to start PostgreSQL.
     *
     * @return one that is ready already; none: it is to be started
     */
    private Optional<Postmaster> takeTurn(DataLocks locks) throws IOException {
        Instant begun = Instant.now();
        while (true) {
            if (locks.tryTurn()) {
                Optional<Postmaster> found =
                        Files.exists(Cluster.folder(data)) ? Postmaster.in(Cluster.folder(data)) : Optional.empty();
                boolean othersNeedIt = found.isEmpty() && locks.isUsedByOthers();
                if (found.isEmpty() && !othersNeedIt
                        || found.filter(Postmaster::isReady)
                                .filter(Postmaster::answers)
                                .isPresent()) {
                    return found;
                }
                locks.endTurn();
                if (othersNeedIt && isOver(begun, OTHERS_WAIT)) {
                    throw new DatabaseUnavailable(DatabaseProblem.IN_USE_ELSEWHERE, data);
                }
                if (isOver(begun, RECOVERY_WAIT)) {
                    throw notReady();
                }
            } else if (isOver(begun, TURN_WAIT)) {
                throw notReady();
            }
            pause(POLL);
        }
    }

    private DatabaseUnavailable notReady() {
        String tail = DatabaseFiles.tail(data.resolve("database.log"), 0);
        return new DatabaseUnavailable(DatabaseProblem.NOT_STARTED, tail, null, data);
    }

    private static boolean isOver(Instant begun, Duration wait) {
        return Instant.now().isAfter(begun.plus(wait));
    }

    private static Postmaster start(Cluster cluster, Secrets secrets, Map<String, String> settings) throws IOException {
        if (!cluster.exists()) {
            cluster.create(secrets.superuser());
        } else {
            cluster.handOver();
            if (!secrets.provisioned()) {
                cluster.resetPassword(secrets.superuser());
            }
        }
        int port = secrets.port() == 0 ? 0 : Cluster.ifFree(secrets.port());
        return cluster.start(port, settings);
    }

    private Secrets provision(Secrets secrets, Postmaster postmaster) throws IOException {
        Secrets result = secrets.listeningOn(postmaster.port());
        if (!secrets.provisioned()) {
            Provisioning.run(
                    new DatabaseAccess(url(postmaster.port(), "postgres"), Cluster.SUPERUSER, secrets.superuser()),
                    secrets);
            result = result.knownToDatabase();
        }
        if (!result.equals(secrets)) {
            result.write(data);
        }
        return result;
    }

    private void bringDown(Running ending) {
        try (DataLocks locks = ending.locks) {
            Instant begun = Instant.now();
            while (!locks.tryTurn()) {
                if (isOver(begun, TURN_WAIT)) {
                    log.warn("PostgreSQL in {} is left running: another process holds its lock", data);
                    return;
                }
                pause(POLL);
            }
            locks.endUse();
            if (locks.isUsedByOthers()) {
                log.info("PostgreSQL in {} is left running for another process", data);
            } else if (ending.cluster.running().isPresent()) {
                ending.cluster.stop();
                log.info("PostgreSQL in {} stopped", data);
            }
        } catch (IOException e) {
            log.error("PostgreSQL in {} could not be stopped; the next start adopts it", data, e);
        }
    }

    /** Looks by itself rather than waiting for the process: nobody may be there to bury it, as in many containers. */
    private void watch(Running watched) {
        Duration pause = WATCH;
        while (isCurrent(watched)) {
            try {
                pause(pause);
                pause = isAliveOrRevived(watched) ? WATCH : longer(pause);
            } catch (IOException interrupted) {
                log.warn("no longer watching PostgreSQL in {}", data, interrupted);
                return;
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private synchronized boolean isCurrent(Running watched) {
        return running == watched;
    }

    /** Starts a PostgreSQL that died again, on the port that everyone knows. */
    private synchronized boolean isAliveOrRevived(Running watched) {
        if (running != watched) {
            return true;
        }
        DataLocks locks = watched.locks;
        try {
            if (watched.cluster.running().isPresent() || !locks.tryTurn()) {
                return true;
            }
            try {
                if (watched.cluster.running().isEmpty()) {
                    log.error("PostgreSQL in {} ended by itself and is started again", data);
                    watched.cluster.start(watched.port, watched.settings);
                }
                return true;
            } finally {
                locks.endTurn();
            }
        } catch (IOException | DatabaseUnavailable e) {
            log.error("PostgreSQL in {} could not be started again", data, e);
            return false;
        }
    }

    private static void pause(Duration duration) throws IOException {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", interrupted);
        }
    }
}
