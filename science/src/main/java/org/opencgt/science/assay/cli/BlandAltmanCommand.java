package org.opencgt.science.assay.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.assay.BlandAltman;
import org.opencgt.science.assay.Pairs;
import org.opencgt.science.assay.report.DifferenceReport;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay bland-altman}. */
@Command(name = "bland-altman")
final class BlandAltmanCommand extends Analysis {

    @Mixin
    PairOptions columns = new PairOptions();

    @Option(names = "--confidence", paramLabel = "F", converter = FractionConverter.class)
    double confidence = 0.95;

    @Option(names = "--limit-lower", paramLabel = "DIFFERENCE")
    @Nullable
    Double limitLower;

    @Option(names = "--limit-upper", paramLabel = "DIFFERENCE")
    @Nullable
    Double limitUpper;

    @Override
    protected Finding find(Surroundings surroundings) {
        Pairs pairs = columns.read();
        BlandAltman agreement = BlandAltman.of(pairs, confidence);
        boolean met = (limitLower == null || agreement.lowerLimit() >= limitLower)
                && (limitUpper == null || agreement.upperLimit() <= limitUpper);
        return Finding.of(agreement)
                .unmet(
                        met
                                ? List.of()
                                : List.of(Fault.of(AssayCriterion.LIMITS_OF_AGREEMENT_OUTSIDE)
                                        .with("lower", agreement.lowerLimit())
                                        .with("upper", agreement.upperLimit())))
                .reported(new DifferenceReport(pairs, agreement));
    }
}
