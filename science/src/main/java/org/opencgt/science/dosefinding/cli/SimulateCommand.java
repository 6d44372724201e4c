package org.opencgt.science.dosefinding.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opencgt.science.Progress;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.ProgressLine;
import org.opencgt.science.command.RandomOptions;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.dosefinding.Truth;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.trial.Enumeration;
import org.opencgt.science.dosefinding.trial.OperatingCharacteristics;
import org.opencgt.science.dosefinding.trial.Scenario;
import org.opencgt.science.dosefinding.trial.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dose simulate}. */
@Command(name = "simulate")
final class SimulateCommand extends Analysis {

    /** The two ways to operating characteristics. */
    enum Method {
        SIMULATE,
        EXACT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin(name = DesignOptions.MIXIN)
    DesignOptions design = new DesignOptions();

    @Mixin
    TruthOptions truths = new TruthOptions();

    @Mixin
    PlanOptions plan = new PlanOptions();

    @Option(names = "--method", paramLabel = "simulate|exact")
    Method method = Method.SIMULATE;

    @Option(names = "--trials", paramLabel = "N")
    int trials = 10_000;

    @Mixin
    RandomOptions random = new RandomOptions();

    @Override
    protected Finding find(Surroundings surroundings) {
        List<Scenario> scenarios = truths.scenarios();
        List<OperatingCharacteristics> all = new ArrayList<>();
        long steps = method == Method.EXACT ? scenarios.size() : (long) scenarios.size() * trials;
        try (ProgressLine progress = ProgressLine.start(surroundings, "simulate", steps)) {
            Map<Integer, Enumeration> courses = new HashMap<>();
            for (Scenario scenario : scenarios) {
                Design chosen = design.design(scenario.truth().doses());
                all.add(
                        method == Method.EXACT
                                ? exact(chosen, scenario.truth(), courses, progress)
                                        .named(scenario.name())
                                : simulated(chosen, scenario.truth(), progress).named(scenario.name()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return truths.isSingle() ? Finding.of(all.getFirst()) : Finding.of(OperatingCharacteristics.class, all);
    }

    private OperatingCharacteristics simulated(Design chosen, Truth truth, Progress progress)
            throws InterruptedException {
        return Simulation.of(chosen, plan.plan(chosen, truth.doses()))
                .run(truth, design.target(), trials, random.replicates(), progress);
    }

    /** Courses are enumerated once for each number of doses. */
    private OperatingCharacteristics exact(
            Design chosen, Truth truth, Map<Integer, Enumeration> courses, Progress progress)
            throws InterruptedException {
        Enumeration known = courses.get(truth.doses());
        if (known == null) {
            known = Enumeration.of(chosen, plan.plan(chosen, truth.doses()), truth.doses(), Progress.NONE);
            courses.put(truth.doses(), known);
        }
        progress.advance(1);
        return known.under(truth, design.target());
    }
}
