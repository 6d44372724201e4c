package org.opencgt.science.dosefinding.cli;

import java.util.List;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.ProgressLine;
import org.opencgt.science.command.RandomOptions;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.dosefinding.trial.Compared;
import org.opencgt.science.dosefinding.trial.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dose compare}. */
@Command(name = "compare")
final class CompareCommand extends Analysis {

    @Option(
            names = "--designs",
            paramLabel = "NAMES",
            required = true,
            split = ",",
            converter = DesignName.Converter.class)
    List<DesignName> designs = List.of();

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

    /** All designs aim at the same target and are judged by it: the one given, or the usual one. */
    @Override
    protected Finding find(Surroundings surroundings) {
        List<Scenario> scenarios = truths.scenarios();
        double target = parameters.target(DesignName.BOIN);
        long steps = scenarios.size() * designs.size() * method.steps();
        try (ProgressLine progress = ProgressLine.start(surroundings, "compare", steps)) {
            Characteristics.Found found = new Characteristics(method, time, random.replicates(), progress)
                    .of(doses -> parameters.aiming(target).designs(designs, doses), plan::plan, scenarios, target);
            return Finding.of(Compared.class, Compared.rows(found.figures())).reported(found.report());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
