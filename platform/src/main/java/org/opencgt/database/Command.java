package org.opencgt.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one of PostgreSQL's programs to its end. */
final class Command {

    private static final long MINUTES = 15;

    private Command() {}

    /** @param output what the program wrote, to standard output and error together */
    record Result(int exit, String output) {

        boolean succeeded() {
            return exit == 0;
        }
    }

    static Result run(List<String> words, String input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(words.getFirst() + " did not end within " + MINUTES + " minutes");
            }
            return new Result(process.exitValue(), output.strip());
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + words.getFirst(), interrupted);
        }
    }

    static List<String> words(List<String> prefix, Object... words) {
        List<String> all = new ArrayList<>(prefix);
        for (Object word : words) {
            all.add(word.toString());
        }
        return all;
    }
}
