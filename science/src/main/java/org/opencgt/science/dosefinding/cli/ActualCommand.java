package org.opencgt.science.dosefinding.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.cells.CountedCells;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Given;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.dosefinding.administration.ActualDose;
import org.opencgt.science.dosefinding.administration.BodySurfaceArea;
import org.opencgt.science.table.NumberColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dose actual}. */
@Command(name = "actual")
final class ActualCommand extends Analysis {

    /** In what a dose is measured. */
    enum Unit {
        KG,
        M2,
        TOTAL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--input", paramLabel = "FILE")
    @Nullable
    Path input;

    @Option(names = "--subject", paramLabel = "NAME|COLUMN")
    @Nullable
    String subject;

    @Option(names = "--total-cells", paramLabel = "N|COLUMN")
    @Nullable
    String totalCells;

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
    Unit unit = Unit.KG;

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
                given.requiredNumbers("--total-cells", totalCells),
                given.requiredFractions("--viability", viability),
                given.requiredFractions("--transduced", transduced),
                given.numbers("--volume", volume),
                unit == Unit.KG ? given.requiredNumbers("--weight", weight) : given.numbers("--weight", weight),
                given.numbers("--height", height),
                given.numbers("--bsa", surface));
        ActualDose.Range range = range();
        List<Actual> lines = new ArrayList<>();
        List<Fault> unmet = new ArrayList<>();
        for (int row = 0; row < given.rows(); row++) {
            ActualDose dose = given.in(row, at -> new ActualDose(columns.cells(at), size(columns, at), range));
            lines.add(Actual.of(subjects.get(row), unit, dose));
            if (!dose.isWithin()) {
                unmet.add(Fault.of(DoseCriterion.OUTSIDE_RANGE)
                        .with("subject", subjects.get(row))
                        .with("dose", dose.dose())
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

    private double size(Columns columns, int row) {
        return switch (unit) {
            case KG -> columns.weight().get(row);
            case M2 ->
                columns.surface().isMissing(row)
                        ? BodySurfaceArea.mosteller(
                                columns.height().get(row), columns.weight().get(row))
                        : columns.surface().get(row);
            case TOTAL -> 1;
        };
    }

    /** What was given, by row. */
    private record Columns(
            NumberColumn totalCells,
            NumberColumn viability,
            NumberColumn transduced,
            NumberColumn volume,
            NumberColumn weight,
            NumberColumn height,
            NumberColumn surface) {

        CountedCells cells(int row) {
            return CountedCells.ofTotal(totalCells.get(row), viability.get(row), transduced.get(row), volume.get(row));
        }
    }
}
