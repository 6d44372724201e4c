package org.opencgt.science.kinetics.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.kinetics.ExposureOverlap;
import org.opencgt.science.kinetics.Parameter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ck overlap}. */
@Command(name = "overlap")
final class OverlapCommand extends Analysis {

    @Mixin
    ExposureOptions exposure = new ExposureOptions();

    @Option(names = "--limit", paramLabel = "F")
    @Nullable
    Double limit;

    @Override
    protected Finding find(Surroundings surroundings) {
        ExposureOptions.Exposures exposures = exposure.exposures();
        List<ExposureOverlap> rows = new ArrayList<>();
        for (Parameter parameter : exposures.parameters()) {
            rows.addAll(ExposureOverlap.of(parameter.name(), exposures.doses(), exposures.of(parameter)));
        }
        return Finding.of(ExposureOverlap.class, rows).unmet(limit == null ? List.of() : over(rows, limit));
    }

    /** An overlap that is not known does not meet a limit either. */
    private static List<Fault> over(List<ExposureOverlap> rows, double limit) {
        return rows.stream()
                .filter(row -> !(row.overlapCoefficient() <= limit))
                .map(row -> Fault.of(KineticsCriterion.OVERLAP_OVER_LIMIT)
                        .with("parameter", row.parameter())
                        .with("lower", row.lowerDose())
                        .with("higher", row.higherDose())
                        .with("overlap", row.overlapCoefficient())
                        .with("limit", limit))
                .toList();
    }
}
