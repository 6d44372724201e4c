package org.opencgt.science.assay.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.assay.Pairs;
import org.opencgt.science.assay.PassingBablok;
import org.opencgt.science.assay.report.ComparisonReport;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay passing-bablok}. */
@Command(name = "passing-bablok")
final class PassingBablokCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--x", paramLabel = "COLUMN")
    String x = "x";

    @Option(names = "--y", paramLabel = "COLUMN")
    String y = "y";

    @Option(names = "--confidence", paramLabel = "F", converter = FractionConverter.class)
    double confidence = 0.95;

    @Option(names = "--slope-lower", paramLabel = "SLOPE")
    @Nullable
    Double slopeLower;

    @Option(names = "--slope-upper", paramLabel = "SLOPE")
    @Nullable
    Double slopeUpper;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        Pairs pairs = Pairs.of(table.numbers(x).values(), table.numbers(y).values());
        PassingBablok line = PassingBablok.of(pairs, confidence);
        return Finding.of(line)
                .unmet(AssayCriterion.slopeWithin(line.slopeLower(), line.slopeUpper(), slopeLower, slopeUpper))
                .reported(new ComparisonReport(
                        pairs,
                        x,
                        y,
                        line.intercept(),
                        line.slope(),
                        ComparisonReport.Method.PASSING_BABLOK,
                        List.of(line)));
    }
}
