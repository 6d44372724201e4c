package org.opencgt.science.assay.cli;

import java.nio.file.Path;
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
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay linearity}. */
@Command(name = "linearity")
final class LinearityCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--x", paramLabel = "COLUMN")
    String x = "x";

    @Option(names = "--y", paramLabel = "COLUMN")
    String y = "y";

    @Option(names = "--weights", paramLabel = "1|1/x|1/x2")
    Linearity.Weighting weights = Linearity.Weighting.NONE;

    @Option(names = "--confidence", paramLabel = "F", converter = FractionConverter.class)
    double confidence = 0.95;

    @Option(names = "--least-r2", paramLabel = "R2")
    @Nullable
    Double leastR2;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        Pairs pairs = Pairs.of(table.numbers(x).values(), table.numbers(y).values());
        Linearity line = Linearity.of(pairs, weights, confidence);
        return Finding.of(line)
                .unmet(
                        leastR2 == null || line.rSquared() >= leastR2
                                ? List.of()
                                : List.of(Fault.of(AssayCriterion.R_SQUARED_TOO_LOW)
                                        .with("r2", line.rSquared())
                                        .with("least", leastR2)))
                .reported(new LinearityReport(line, x, y));
    }
}
