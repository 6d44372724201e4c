package org.opencgt.science.dosefinding.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.cells.CountedCells;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Given;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.dosefinding.administration.ActualDose;
import org.opencgt.science.dosefinding.administration.DoseBasis;
import org.opencgt.science.statistics.ModifiedZScores;
import org.opencgt.science.table.NumberColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dose actual}. */
@Command(name = "actual")
final class ActualCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE")
    @Nullable
    Path input;

    @Option(names = "--subject", paramLabel = "NAME|COLUMN")
    @Nullable
    String subject;

    @Option(names = "--total-cells", paramLabel = "N|COLUMN")
    @Nullable
    String totalCells;

    @Option(names = "--concentration", paramLabel = "N|COLUMN")
    @Nullable
    String concentration;

    @Option(names = "--viability", paramLabel = "F|COLUMN")
    @Nullable
    String viability;

    @Option(names = "--transduced", paramLabel = "F|COLUMN")
    @Nullable
    String transduced;

    @Option(names = "--volume", paramLabel = "ML|COLUMN")
    @Nullable
    String volume;

    @Option(names = "--weight", paramLabel = "KG|COLUMN")
    @Nullable
    String weight;

    @Option(names = "--height", paramLabel = "CM|COLUMN")
    @Nullable
    String height;

    @Option(names = "--bsa", paramLabel = "M2|COLUMN")
    @Nullable
    String surface;

    @Option(names = "--per", paramLabel = "kg|m2|total")
    DoseBasis basis = DoseBasis.KG;

    @Option(names = "--target", paramLabel = "N")
    @Nullable
    Double target;

    @Option(names = "--tolerance", paramLabel = "F", converter = FractionConverter.class)
    @Nullable
    Double tolerance;

    @Option(names = "--lowest", paramLabel = "N")
    @Nullable
    Double lowest;

    @Option(names = "--highest", paramLabel = "N")
    @Nullable
    Double highest;

    @Override
    protected Finding find(Surroundings surroundings) {
        Given given = Given.in(input);
        List<String> subjects = given.names("--subject", subject);
        Columns columns = new Columns(
                totalCells(given),
                given.numbers("--concentration", concentration),
                given.requiredFractions("--viability", viability),
                given.requiredFractions("--transduced", transduced),
                given.numbers("--volume", volume),
                basis == DoseBasis.KG ? given.requiredNumbers("--weight", weight) : given.numbers("--weight", weight),
                given.numbers("--height", height),
                given.numbers("--bsa", surface));
        ActualDose.Range range = range();
        double[] apart = ModifiedZScores.of(IntStream.range(0, given.rows())
                .mapToDouble(columns.transduced()::get)
                .toArray());
        List<Actual> lines = new ArrayList<>();
        List<Fault> unmet = new ArrayList<>();
        for (int row = 0; row < given.rows(); row++) {
            boolean outlying = Math.abs(apart[row]) > ModifiedZScores.OUTLYING;
            String name = subjects.get(row);
            Actual line = given.in(row, at -> {
                ActualDose dose = new ActualDose(columns.cells(at), columns.size(basis, at), range);
                return Actual.of(
                        name, basis, columns.total(at), dose, columns.weight().get(at), outlying);
            });
            lines.add(line);
            if (!line.within()) {
                unmet.add(Fault.of(DoseCriterion.OUTSIDE_RANGE)
                        .with("subject", name)
                        .with("dose", line.dose())
                        .with("lowest", range.lowest())
                        .with("highest", range.highest()));
            }
        }
        return (input == null ? Finding.of(lines.getFirst()) : Finding.of(Actual.class, lines)).unmet(unmet);
    }

    private ActualDose.Range range() {
        boolean limits = lowest != null || highest != null;
        if (target != null && tolerance != null && !limits) {
            return ActualDose.Range.within(target, tolerance);
        }
        if (tolerance != null) {
            throw Fault.of(DoseOptionFault.TOLERANCE_OR_LIMITS).asException();
        }
        return new ActualDose.Range(
                Objects.requireNonNullElse(target, Double.NaN),
                Objects.requireNonNullElse(lowest, 0.0),
                Objects.requireNonNullElse(highest, Double.POSITIVE_INFINITY));
    }

    /** All cells, or nothing where a concentration is given in their place. */
    private NumberColumn totalCells(Given given) {
        NumberColumn counted = given.numbers("--concentration", concentration);
        boolean byVolume = IntStream.range(0, given.rows()).noneMatch(counted::isMissing);
        return byVolume
                ? given.numbers("--total-cells", totalCells)
                : given.requiredNumbers("--total-cells", totalCells);
    }

    /** What was given, by row. */
    private record Columns(
            NumberColumn totalCells,
            NumberColumn concentration,
            NumberColumn viability,
            NumberColumn transduced,
            NumberColumn volume,
            NumberColumn weight,
            NumberColumn height,
            NumberColumn surface) {

        /** From the total if it is known, else from concentration and volume. */
        CountedCells cells(int row) {
            return totalCells.isMissing(row) && !concentration.isMissing(row)
                    ? CountedCells.ofSuspension(
                            concentration.get(row), viability.get(row), volume.get(row), transduced.get(row))
                    : CountedCells.ofTotal(
                            totalCells.get(row), viability.get(row), transduced.get(row), volume.get(row));
        }

        double total(int row) {
            return totalCells.isMissing(row) ? concentration.get(row) * volume.get(row) : totalCells.get(row);
        }

        double size(DoseBasis basis, int row) {
            return basis.size(weight.get(row), height.get(row), surface.get(row));
        }
    }
}
