package org.opencgt.science.dosefinding.cli;

import java.util.List;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.ProgressLine;
import org.opencgt.science.command.RandomOptions;
import org.opencgt.science.command.Surroundings;
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
        try (ProgressLine progress = ProgressLine.start(surroundings, "simulate", scenarios.size() * method.steps())) {
            Characteristics.Found found = new Characteristics(method, time, random.replicates(), progress)
                    .of(
                            doses -> List.of(choice.design(parameters, doses)),
                            plan::plan,
                            scenarios,
                            choice.target(parameters));
            List<OperatingCharacteristics> all = found.figures().getFirst();
            return (truths.isSingle() ? Finding.of(all.getFirst()) : Finding.of(OperatingCharacteristics.class, all))
                    .reported(found.report());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
