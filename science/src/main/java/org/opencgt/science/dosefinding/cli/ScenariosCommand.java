package org.opencgt.science.dosefinding.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.RandomOptions;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.dosefinding.design.Utility;
import org.opencgt.science.dosefinding.trial.Scenario;
import org.opencgt.science.dosefinding.trial.ScenarioGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dose scenarios}. */
@Command(name = "scenarios")
final class ScenariosCommand extends Analysis {

    @Option(names = "--doses", paramLabel = "N")
    int doses = 5;

    @Option(names = "--target", paramLabel = "F", converter = FractionConverter.class)
    double target = DesignOptions.DEFAULT_TARGET;

    @Option(names = "--count", paramLabel = "N")
    int count = 100;

    @Option(names = "--min-efficacy", paramLabel = "F", converter = FractionConverter.class)
    @Nullable
    Double leastEfficacy;

    @Mixin
    RandomOptions random = new RandomOptions();

    @Override
    protected Finding find(Surroundings surroundings) {
        ScenarioGenerator generator = ScenarioGenerator.of(doses, target, random.seed());
        List<Scenario> scenarios = leastEfficacy == null
                ? generator.toxicity(count)
                : generator.withEfficacy(count, leastEfficacy, Utility.usual());
        return Finding.of(
                ScenarioRow.class, scenarios.stream().map(ScenarioRow::of).toList());
    }
}
