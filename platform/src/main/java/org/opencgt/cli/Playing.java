package org.opencgt.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.opencgt.database.DisposableDatabase;
import org.opencgt.installation.FirstStart;
import org.opencgt.installation.Installation;
import org.opencgt.language.Texts;
import org.opencgt.scenario.RemoteStage;
import org.opencgt.scenario.Scenario;
import org.opencgt.scenario.ScenarioReader;
import org.opencgt.scenario.ScenarioRun;
import org.opencgt.scenario.ScenarioTree;
import org.opencgt.scenario.Stage;
import org.springframework.context.ConfigurableApplicationContext;
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
     * @param files scenarios; a folder stands for the scenarios in it
     * @param quiet tells only of steps that were not as expected
     * @return whether all was as expected
     */
    boolean play(List<Path> files, boolean quiet) throws IOException {
        List<Scenario> scenarios = ScenarioReader.readAll(files);
        if (server != null) {
            Stage stage = new RemoteStage(server, administratorPassword, Installation.DEMO_PASSWORD);
            return inTurn(scenarios, stage, quiet);
        }
        if (data != null) {
            try (var context = Platform.openIn(data)) {
                return inTurn(scenarios, stage(context, scenarios), quiet);
            }
        }
        try (ScratchFolder folder = ScratchFolder.make();
                var context = Platform.openDisposable(folder.path())) {
            Stage stage = stage(context, scenarios);
            return scenarios.size() == 1
                    ? inTurn(scenarios, stage, quiet)
                    : eachAlone(scenarios, stage, context.getBean(DisposableDatabase.class), quiet);
        }
    }

    private static Stage stage(ConfigurableApplicationContext context, List<Scenario> scenarios) {
        return context.getBean(FirstStart.class).stage(scenarios.getFirst().name());
    }

    /** Plays one after the other on the same ledger, telling of each step at once. */
    private boolean inTurn(List<Scenario> scenarios, Stage stage, boolean quiet) {
        boolean good = true;
        for (Scenario scenario : scenarios) {
            begin(scenario);
            ScenarioRun.Result result = new ScenarioRun(stage).play(scenario, told -> tell(told, quiet));
            end(scenario, result);
            good &= result.asExpected();
        }
        return good;
    }

    /** Plays each as on an empty ledger, telling of each when it has ended. */
    private boolean eachAlone(List<Scenario> scenarios, Stage stage, DisposableDatabase database, boolean quiet) {
        AtomicBoolean good = new AtomicBoolean(true);
        new ScenarioTree(database, (scenario, result) -> {
                    begin(scenario);
                    result.told().forEach(told -> tell(told, quiet));
                    end(scenario, result);
                    good.compareAndSet(true, result.asExpected());
                })
                .play(scenarios, stage);
        return good.get();
    }

    private void begin(Scenario scenario) {
        say("scenario", scenario.name(), scenario.title().in(Locale.getDefault()));
    }

    private void end(Scenario scenario, ScenarioRun.Result result) {
        long good = result.told().stream().filter(ScenarioRun.Told::asExpected).count();
        say(
                result.asExpected() ? "scenario-good" : "scenario-bad",
                scenario.name(),
                good,
                scenario.steps().size());
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
}
