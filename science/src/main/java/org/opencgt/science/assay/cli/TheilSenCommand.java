package org.opencgt.science.assay.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.assay.Pairs;
import org.opencgt.science.assay.TheilSen;
import org.opencgt.science.assay.report.ComparisonReport;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay theil-sen}. */
@Command(name = "theil-sen")
final class TheilSenCommand extends Analysis {

    @Mixin
    PairOptions columns = new PairOptions();

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
        Pairs pairs = columns.read();
        TheilSen line = TheilSen.of(pairs, confidence);
        return Finding.of(line)
                .unmet(AssayCriterion.slopeWithin(line.slopeLower(), line.slopeUpper(), slopeLower, slopeUpper))
                .reported(new ComparisonReport(
                        pairs,
                        columns.x,
                        columns.y,
                        line.intercept(),
                        line.slope(),
                        ComparisonReport.Method.THEIL_SEN,
                        List.of(line)));
    }
}
