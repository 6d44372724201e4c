package org.opencgt.science.dosefinding.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.dosefinding.administration.ActualDose.Range;
import org.opencgt.science.dosefinding.administration.DoseLevels;
import org.opencgt.science.dosefinding.administration.DoseLevels.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dose levels}. */
@Command(name = "levels")
final class LevelsCommand extends Analysis {

    @Option(names = "--targets", paramLabel = "N", split = ",", required = true)
    List<Double> targets = List.of();

    @Option(names = "--tolerance", paramLabel = "F", converter = FractionConverter.class)
    @Nullable
    Double tolerance;

    @Option(names = "--lowest", paramLabel = "N", split = ",")
    @Nullable
    List<Double> lowest;

    @Option(names = "--highest", paramLabel = "N", split = ",")
    @Nullable
    List<Double> highest;

    @Override
    protected Finding find(Surroundings surroundings) {
        List<Level> levels = new DoseLevels(ranges()).levels();
        List<Fault> unmet = levels.stream()
                .filter(Level::overlaps)
                .map(level -> Fault.of(DoseCriterion.LEVELS_OVERLAP)
                        .with("level", level.number())
                        .with("below", level.number() - 1)
                        .with("lowest", level.range().lowest())
                        .with("highest", levels.get(level.number() - 2).range().highest()))
                .toList();
        return Finding.of(DoseLevel.class, levels.stream().map(DoseLevel::of).toList())
                .unmet(unmet);
    }

    private List<Range> ranges() {
        if (tolerance != null && lowest == null && highest == null) {
            double allowed = tolerance;
            return targets.stream().map(target -> Range.within(target, allowed)).toList();
        }
        if (tolerance != null || lowest == null || highest == null) {
            throw Fault.of(DoseOptionFault.TOLERANCE_OR_BOTH_LIMITS).asException();
        }
        List<Range> ranges = new ArrayList<>();
        for (int level = 0; level < targets.size(); level++) {
            ranges.add(new Range(
                    targets.get(level), ofLevel("--lowest", lowest, level), ofLevel("--highest", highest, level)));
        }
        return ranges;
    }

    private double ofLevel(String option, List<Double> values, int level) {
        if (values.size() != targets.size()) {
            throw Fault.of(DoseOptionFault.ONE_FOR_EACH_LEVEL)
                    .with("option", option)
                    .with("levels", targets.size())
                    .with("values", values.size())
                    .asException();
        }
        return values.get(level);
    }
}
