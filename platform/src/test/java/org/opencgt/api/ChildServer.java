package org.opencgt.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program in a process of its own, as {@code ./opencgt} starts it: to be killed, among other things. */
final class ChildServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Pattern READY = Pattern.compile("OpenCGT is ready: (http://[0-9.:]+)/");
    private static final Pattern PASSWORD = Pattern.compile("with the password ([a-z0-9-]+)");

    private final Process process;
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<URI> ready = new CompletableFuture<>();
    private final CompletableFuture<String> password = new CompletableFuture<>();

    private ChildServer(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::listen);
    }

    /** Starts {@code serve} on the folder and waits until it is ready. */
    static ChildServer on(Path data) throws Exception {
        ChildServer server = new ChildServer(run("serve", "--port", "0", "--data", data.toString()));
        try {
            server.ready.get(START.toSeconds(), TimeUnit.SECONDS);
            return server;
        } catch (ExecutionException | TimeoutException e) {
            server.close();
            throw new IllegalStateException("the server did not start:\n" + server.log(), e);
        }
    }

    /** What a command says, and its exit code. */
    record Said(int exit, String output) {}

    static Said command(String... arguments) throws IOException, InterruptedException {
        Process process = run(arguments);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), output);
    }

    private static Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx768m",
                "-Duser.language=en",
                "-Duser.country=GB",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.opencgt.cli.OpenCgtCommand"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
    }

    private void listen() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                Matcher told = READY.matcher(line);
                if (told.find()) {
                    ready.complete(URI.create(told.group(1)));
                }
                Matcher first = PASSWORD.matcher(line);
                if (first.find()) {
                    password.complete(first.group(1));
                }
            }
            ready.completeExceptionally(new IllegalStateException("the process has ended"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    URI address() {
        return ready.join();
    }

    /** What the first start shows once. */
    String password() throws Exception {
        return password.get(10, TimeUnit.SECONDS);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String log() {
        return String.join("\n", lines);
    }

    /** As kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(1, TimeUnit.MINUTES);
    }

    /**
     * As Ctrl-C or a service's stop.
     *
     * @return whether it ended in time
     */
    boolean terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor(1, TimeUnit.MINUTES);
    }

    /** Kills the PostgreSQL of a data folder, as kill -9. */
    static void killPostgres(Path data) {
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(data.resolve("database/postmaster.pid")).getFirst());
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
