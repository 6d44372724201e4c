package org.opencgt.science.assay.cli;

import java.nio.file.Path;
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
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay bland-altman}. */
@Command(name = "bland-altman")
final class BlandAltmanCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--x", paramLabel = "COLUMN")
    String x = "x";

    @Option(names = "--y", paramLabel = "COLUMN")
    String y = "y";

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
        Table table = Csv.read(input);
        Pairs pairs = Pairs.of(table.numbers(x).values(), table.numbers(y).values());
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
