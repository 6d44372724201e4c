package org.opencgt.science.assay.cli;

import java.nio.file.Path;
import java.util.List;
import org.opencgt.science.Fault;
import org.opencgt.science.assay.Robustness;
import org.opencgt.science.assay.report.RobustnessReport;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay robustness}. */
@Command(name = "robustness")
final class RobustnessCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--value", paramLabel = "COLUMN")
    String value = "y";

    @Option(names = "--factors", paramLabel = "COLUMN", split = ",", required = true)
    List<String> factors = List.of();

    @Option(names = "--interactions")
    boolean interactions;

    @Option(names = "--limit-effect", paramLabel = "PERCENT")
    double limitEffect = Double.NaN;

    @Option(names = "--confidence", paramLabel = "F", converter = FractionConverter.class)
    double confidence = 0.95;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        double[][] settings =
                factors.stream().map(factor -> table.numbers(factor).values()).toArray(double[][]::new);
        Robustness found =
                Robustness.of(table.numbers(value).values(), factors, settings, interactions, limitEffect, confidence);
        return Finding.of(found, Robustness.Effect.class, found.effects())
                .unmet(found.effects().stream()
                        .filter(effect -> !effect.within())
                        .map(effect -> Fault.of(AssayCriterion.EFFECT_TOO_LARGE)
                                .with("term", effect.term())
                                .with("lower", effect.lower())
                                .with("upper", effect.upper())
                                .with("limit", limitEffect))
                        .toList())
                .reported(new RobustnessReport(found));
    }
}
