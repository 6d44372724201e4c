package org.opencgt.science.assay.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.assay.Concordance;
import org.opencgt.science.assay.Pairs;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay concordance}. */
@Command(name = "concordance")
final class ConcordanceCommand extends Analysis {

    @Mixin
    PairOptions columns = new PairOptions();

    @Option(names = "--unbiased")
    boolean unbiased;

    @Option(names = "--confidence", paramLabel = "F", converter = FractionConverter.class)
    double confidence = 0.95;

    @Option(names = "--least-agreement", paramLabel = "CCC")
    @Nullable
    Double leastAgreement;

    @Override
    protected Finding find(Surroundings surroundings) {
        Pairs pairs = columns.read();
        Concordance agreement = Concordance.of(pairs, confidence, unbiased);
        return Finding.of(agreement)
                .unmet(
                        leastAgreement == null || agreement.lower() >= leastAgreement
                                ? List.of()
                                : List.of(Fault.of(AssayCriterion.CONCORDANCE_TOO_LOW)
                                        .with("lower", agreement.lower())
                                        .with("least", leastAgreement)));
    }
}
