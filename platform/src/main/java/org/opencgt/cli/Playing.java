package org.opencgt.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.opencgt.installation.FirstStart;
import org.opencgt.installation.Installation;
import org.opencgt.language.Texts;
import org.opencgt.scenario.RemoteStage;
import org.opencgt.scenario.Scenario;
import org.opencgt.scenario.ScenarioReader;
import org.opencgt.scenario.ScenarioRun;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays a scenario and tells of it step by step: on a running server, in a folder, or on a database that is thrown away. */
final class Playing {

    @Option(names = "--server", paramLabel = "URL", descriptionKey = "option.server")
    private @Nullable URI server;

    @Option(
            names = "--administrator-password",
            paramLabel = "PASSWORD",
            descriptionKey = "option.administrator-password")
    private String administratorPassword = Installation.DEMO_PASSWORD;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data-kept")
    private @Nullable Path data;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    private final Texts texts = new Texts();

    /**
     * @param quiet tells only of steps that were not as expected
     * @return whether all was as expected
     */
    boolean play(Path file, boolean quiet) throws IOException {
        Scenario scenario = ScenarioReader.read(file);
        say("scenario", scenario.name(), scenario.title().in(Locale.getDefault()));
        Consumer<ScenarioRun.Told> listener = told -> tell(told, quiet);
        ScenarioRun.Result result;
        if (server != null) {
            result = new ScenarioRun(new RemoteStage(server, administratorPassword, Installation.DEMO_PASSWORD))
                    .play(scenario, listener);
        } else if (data != null) {
            result = playIn(data, file, listener);
        } else {
            Path folder = Files.createTempDirectory("opencgt-scenario");
            try {
                result = playIn(folder, file, listener);
            } finally {
                delete(folder);
            }
        }
        long good = result.told().stream().filter(ScenarioRun.Told::asExpected).count();
        say(
                result.asExpected() ? "scenario-good" : "scenario-bad",
                scenario.name(),
                good,
                scenario.steps().size());
        return result.asExpected();
    }

    private static ScenarioRun.Result playIn(Path folder, Path file, Consumer<ScenarioRun.Told> listener) {
        try (var context = Platform.openIn(folder)) {
            return context.getBean(FirstStart.class).play(file, listener);
        }
    }

    private void tell(ScenarioRun.Told told, boolean quiet) {
        if (quiet && told.asExpected()) {
            return;
        }
        var step = told.step();
        String mark = told.asExpected()
                ? switch (told.played().result()) {
                    case ACCEPTED -> "✓";
                    case BLOCKED, FORBIDDEN, INVALID -> "■";
                }
                : "✗";
        out().printf(
                        "%s %3d  %s  %-36s %s%n",
                        mark,
                        told.number(),
                        step.at(),
                        step.perform(),
                        texts.of(Locale.getDefault(), "act." + step.perform()));
        if (!told.played().violated().isEmpty() || !told.asExpected()) {
            told.played().message().lines().forEach(line -> out().println("          " + line));
        }
        if (!told.asExpected()) {
            say(
                    "scenario-expected",
                    step.where(),
                    step.expect().result(),
                    step.expect().clauses(),
                    told.played().result(),
                    told.played().violated());
        }
        out().flush();
    }

    private void say(String key, Object... parameters) {
        out().println(texts.of(Locale.getDefault(), "command." + key, parameters));
        out().flush();
    }

    private java.io.PrintWriter out() {
        if (command == null) {
            throw new IllegalStateException("no command");
        }
        return command.commandLine().getOut();
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
