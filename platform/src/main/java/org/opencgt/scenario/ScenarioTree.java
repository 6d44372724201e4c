package org.opencgt.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencgt.database.DisposableDatabase;

/**
 * Several scenarios, each as if it were played alone on an empty ledger. Steps with which several of them begin are played once:
 * where they part, the database is kept, and each goes on from there.
 */
public final class ScenarioTree {

    private final DisposableDatabase database;
    private final Listener listener;

    /** Hears what became of a scenario as soon as that is known. */
    public interface Listener {

        void ended(Scenario scenario, ScenarioRun.Result result);
    }

    public ScenarioTree(DisposableDatabase database, Listener listener) {
        this.database = database;
        this.listener = listener;
    }

    /**
     * Plays them in an order of its own, which depends on the scenarios alone.
     *
     * @param stage on the ledger in that database
     */
    public void play(List<Scenario> scenarios, Stage stage) {
        play(scenarios, new ScenarioRun(stage), List.of());
    }

    private void play(List<Scenario> scenarios, ScenarioRun run, List<ScenarioRun.Told> before) {
        List<Scenario> together = scenarios;
        List<ScenarioRun.Told> told = new ArrayList<>(before);
        while (true) {
            List<List<Scenario>> ways = ways(together, told);
            if (ways.isEmpty()) {
                return;
            }
            if (ways.size() > 1) {
                part(ways, run, told);
                return;
            }
            together = ways.getFirst();
            ScenarioRun.Told step = run.play(together.getFirst().steps().get(told.size()));
            told.add(step);
            if (step.ends()) {
                end(together, told);
                return;
            }
        }
    }

    /** The scenarios by the step that comes next, few before many; those that have none end here. */
    private List<List<Scenario>> ways(List<Scenario> together, List<ScenarioRun.Told> told) {
        Map<Scenario.Step, List<Scenario>> next = new LinkedHashMap<>();
        for (Scenario scenario : together) {
            if (scenario.steps().size() == told.size()) {
                end(List.of(scenario), told);
            } else {
                next.computeIfAbsent(scenario.steps().get(told.size()), step -> new ArrayList<>())
                        .add(scenario);
            }
        }
        return next.values().stream()
                .sorted(Comparator.comparingInt(List::size))
                .toList();
    }

    private void part(List<List<Scenario>> ways, ScenarioRun run, List<ScenarioRun.Told> told) {
        for (List<Scenario> way : ways.subList(0, ways.size() - 1)) {
            DisposableDatabase.Kept here = database.keep();
            play(way, run.fork(), told);
            database.goBackTo(here);
        }
        play(ways.getLast(), run, told);
    }

    private void end(List<Scenario> scenarios, List<ScenarioRun.Told> told) {
        scenarios.forEach(scenario -> listener.ended(scenario, ScenarioRun.Result.of(told)));
    }
}
