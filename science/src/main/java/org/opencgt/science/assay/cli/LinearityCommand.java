package org.opencgt.science.assay.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.assay.Linearity;
import org.opencgt.science.assay.Pairs;
import org.opencgt.science.assay.report.LinearityReport;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay linearity}. */
@Command(name = "linearity")
final class LinearityCommand extends Analysis {

    @Mixin
    PairOptions columns = new PairOptions();

    @Option(names = "--weights", paramLabel = "1|1/x|1/x2")
    Linearity.Weighting weights = Linearity.Weighting.NONE;

    @Option(names = "--confidence", paramLabel = "F", converter = FractionConverter.class)
    double confidence = 0.95;

    @Option(names = "--least-r2", paramLabel = "R2")
    @Nullable
    Double leastR2;

    @Override
    protected Finding find(Surroundings surroundings) {
        Pairs pairs = columns.read();
        Linearity line = Linearity.of(pairs, weights, confidence);
        return Finding.of(line)
                .unmet(
                        leastR2 == null || line.rSquared() >= leastR2
                                ? List.of()
                                : List.of(Fault.of(AssayCriterion.R_SQUARED_TOO_LOW)
                                        .with("r2", line.rSquared())
                                        .with("least", leastR2)))
                .reported(new LinearityReport(line, columns.x, columns.y));
    }
}
