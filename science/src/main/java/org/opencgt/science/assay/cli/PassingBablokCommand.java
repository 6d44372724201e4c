package org.opencgt.science.assay.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Result;
import org.opencgt.science.assay.PairAngles;
import org.opencgt.science.assay.Pairs;
import org.opencgt.science.assay.PassingBablok;
import org.opencgt.science.assay.report.ComparisonReport;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay passing-bablok}. */
@Command(name = "passing-bablok")
final class PassingBablokCommand extends Analysis {

    @Mixin
    PairOptions columns = new PairOptions();

    @Option(names = "--confidence", paramLabel = "F", converter = FractionConverter.class)
    double confidence = 0.95;

    @Option(names = "--convention", paramLabel = "CONVENTION")
    Convention convention = Convention.CLASSIC;

    @Option(names = "--slope-lower", paramLabel = "SLOPE")
    @Nullable
    Double slopeLower;

    @Option(names = "--slope-upper", paramLabel = "SLOPE")
    @Nullable
    Double slopeUpper;

    @Override
    protected Finding find(Surroundings surroundings) {
        Pairs pairs = columns.read();
        return switch (convention) {
            case CLASSIC -> {
                PassingBablok line = PassingBablok.of(pairs, confidence);
                yield found(pairs, line, line.intercept(), line.slope(), line.slopeLower(), line.slopeUpper());
            }
            case MCR_RADIAN -> angles(pairs, PairAngles.Averaging.RADIAN);
            case MCR_TANGENT -> angles(pairs, PairAngles.Averaging.TANGENT);
        };
    }

    private Finding angles(Pairs pairs, PairAngles.Averaging averaging) {
        PairAngles line = PairAngles.of(pairs, confidence, averaging);
        return found(pairs, line, line.intercept(), line.slope(), line.slopeLower(), line.slopeUpper());
    }

    private Finding found(Pairs pairs, Result line, double intercept, double slope, double lower, double upper) {
        return Finding.of(line)
                .unmet(AssayCriterion.slopeWithin(lower, upper, slopeLower, slopeUpper))
                .reported(new ComparisonReport(
                        pairs,
                        columns.x,
                        columns.y,
                        intercept,
                        slope,
                        ComparisonReport.Method.PASSING_BABLOK,
                        List.of(line)));
    }

    /** As published, or as the package mcr has it. */
    enum Convention {
        CLASSIC,
        MCR_RADIAN,
        MCR_TANGENT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
