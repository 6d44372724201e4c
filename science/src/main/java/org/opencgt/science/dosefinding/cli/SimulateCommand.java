package org.opencgt.science.dosefinding.cli;

import java.util.ArrayList;
import java.util.List;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.ProgressLine;
import org.opencgt.science.command.RandomOptions;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.dosefinding.design.Design;
import org.opencgt.science.dosefinding.trial.OperatingCharacteristics;
import org.opencgt.science.dosefinding.trial.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dose simulate}. */
@Command(name = "simulate")
final class SimulateCommand extends Analysis {

    @Mixin
    DesignChoice choice = new DesignChoice();

    @Mixin(name = DesignOptions.MIXIN)
    DesignOptions parameters = new DesignOptions();

    @Mixin
    TruthOptions truths = new TruthOptions();

    @Mixin
    PlanOptions plan = new PlanOptions();

    @Mixin
    MethodOptions method = new MethodOptions();

    @Mixin
    RandomOptions random = new RandomOptions();

    @Mixin
    CalendarOptions time = new CalendarOptions();

    @Override
    protected Finding find(Surroundings surroundings) {
        List<Scenario> scenarios = truths.scenarios();
        List<OperatingCharacteristics> all = new ArrayList<>();
        try (ProgressLine progress = ProgressLine.start(surroundings, "simulate", scenarios.size() * method.steps())) {
            Characteristics characteristics = new Characteristics(method, time, random.replicates(), progress);
            for (Scenario scenario : scenarios) {
                int doses = scenario.truth().doses();
                Design design = choice.design(parameters, doses);
                all.add(characteristics.of(design, plan.plan(design, doses), scenario, choice.target(parameters)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return truths.isSingle() ? Finding.of(all.getFirst()) : Finding.of(OperatingCharacteristics.class, all);
    }
}
