package org.opencgt.science.cells.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.cells.DetectionProbability;
import org.opencgt.science.cells.report.DetectionReport;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cells detection-probability}. */
@Command(name = "detection-probability")
final class DetectionProbabilityCommand extends Analysis {

    @Option(names = "--contamination", paramLabel = "N", required = true)
    double contamination;

    @Option(names = "--sample-size", paramLabel = "N", required = true)
    double sampleSize;

    @Option(names = "--samples", paramLabel = "N")
    int samples = 1;

    @Option(names = "--recovery", paramLabel = "F")
    double recovery = 1;

    @Option(names = "--batch-size", paramLabel = "N")
    @Nullable
    Double batchSize;

    @Option(names = "--wanted", paramLabel = "F")
    double wanted = 0.95;

    @Override
    protected Finding find(Surroundings surroundings) {
        DetectionProbability found = DetectionProbability.of(
                contamination, sampleSize, samples, recovery, batchSize == null ? Double.NaN : batchSize, wanted);
        return Finding.of(found)
                .reported(new DetectionReport(found))
                .unmet(
                        found.sufficient()
                                ? List.of()
                                : List.of(Fault.of(CellsCriterion.DETECTION_TOO_UNLIKELY)
                                        .with("probability", found.probability())
                                        .with("wanted", wanted)
                                        .with("size", found.neededSize())));
    }
}
