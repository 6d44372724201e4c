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

    /** All designs are judged by the same target: the one given, or the usual one. */
    @Override
    protected Finding find(Surroundings surroundings) {
        List<Scenario> scenarios = truths.scenarios();
        List<List<OperatingCharacteristics>> byDesign = new ArrayList<>();
        designs.forEach(name -> byDesign.add(new ArrayList<>()));
        long steps = scenarios.size() * designs.size() * method.steps();
        try (ProgressLine progress = ProgressLine.start(surroundings, "compare", steps)) {
            Characteristics characteristics = new Characteristics(method, time, random.replicates(), progress);
            for (Scenario scenario : scenarios) {
                int doses = scenario.truth().doses();
                List<Design> made = parameters.designs(designs, doses);
                for (int i = 0; i < made.size(); i++) {
                    byDesign.get(i)
                            .add(characteristics.of(
                                    made.get(i),
                                    plan.plan(made.get(i), doses),
                                    scenario,
                                    parameters.target(DesignName.BOIN)));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Finding.of(Compared.class, Compared.rows(byDesign));
    }
}
