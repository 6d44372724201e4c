package org.opencgt.science.cells.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.cells.CountedCells;
import org.opencgt.science.cells.DoseTarget;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Given;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.table.NumberColumn;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cells dose}. */
@Command(name = "dose")
final class DoseCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE")
    @Nullable
    Path input;

    @Option(names = "--subject", paramLabel = "NAME|COLUMN")
    @Nullable
    String subject;

    @Option(names = "--viable-cells", paramLabel = "N|COLUMN")
    @Nullable
    String viableCells;

    @Option(names = "--concentration", paramLabel = "N|COLUMN")
    @Nullable
    String concentration;

    @Option(names = "--viability", paramLabel = "F|COLUMN")
    @Nullable
    String viability;

    @Option(names = "--volume", paramLabel = "ML|COLUMN")
    @Nullable
    String volume;

    @Option(names = "--transduced", paramLabel = "F|COLUMN")
    @Nullable
    String transduced;

    @Option(names = "--weight", paramLabel = "KG|COLUMN")
    @Nullable
    String weight;

    @ArgGroup
    @Nullable
    Target target;

    @Option(names = "--maximum", paramLabel = "N")
    double maximum = Double.POSITIVE_INFINITY;

    @Option(names = "--min-per-kg", paramLabel = "N")
    @Nullable
    Double minimumPerKg;

    @Option(names = "--max-per-kg", paramLabel = "N")
    @Nullable
    Double maximumPerKg;

    /** What is to be given: so many cells per kg, or so many cells. */
    static final class Target {
        @Option(names = "--target-per-kg", paramLabel = "N")
        @Nullable
        Double perKg;

        @Option(names = "--target-cells", paramLabel = "N")
        @Nullable
        Double cells;
    }

    @Override
    protected Finding find(Surroundings surroundings) {
        Given given = Given.in(input);
        Columns columns = new Columns(
                given.names("--subject", subject),
                given.numbers("--viable-cells", viableCells),
                given.numbers("--concentration", concentration),
                given.fractions("--viability", viability),
                given.numbers("--volume", volume),
                given.requiredFractions("--transduced", transduced),
                given.requiredNumbers("--weight", weight));
        List<DoseLine> lines = new ArrayList<>();
        List<Fault> unmet = new ArrayList<>();
        for (int i = 0; i < given.rows(); i++) {
            DoseLine line = given.in(i, row -> line(columns, row));
            lines.add(line);
            judge(line, unmet);
        }
        return (input == null ? Finding.of(lines.getFirst()) : Finding.of(DoseLine.class, lines)).unmet(unmet);
    }

    private DoseLine line(Columns columns, int row) {
        CountedCells cells = columns.cells(row);
        double kg = columns.weight().get(row);
        double perKg = cells.positiveCellsPerKg(kg);
        double targetCells = targetFor(kg);
        boolean aimed = !Double.isNaN(targetCells);
        boolean ranged = minimumPerKg != null || maximumPerKg != null;
        return new DoseLine(
                columns.subjects().get(row),
                cells.viableCells(),
                cells.positiveCells(),
                kg,
                perKg,
                targetCells,
                aimed ? cells.suffice(targetCells) : null,
                aimed ? cells.volumeHolding(targetCells) : Double.NaN,
                ranged ? within(perKg) : null);
    }

    private double targetFor(double kg) {
        if (target == null) {
            return Double.NaN;
        }
        if (target.perKg != null) {
            return new DoseTarget(target.perKg, maximum).cellsFor(kg);
        }
        return target.cells == null ? Double.NaN : Math.min(target.cells, maximum);
    }

    private boolean within(double perKg) {
        return (minimumPerKg == null || perKg >= minimumPerKg) && (maximumPerKg == null || perKg <= maximumPerKg);
    }

    private static void judge(DoseLine line, List<Fault> unmet) {
        if (Boolean.FALSE.equals(line.enough())) {
            unmet.add(Fault.of(CellsCriterion.NOT_ENOUGH_CELLS)
                    .with("subject", line.subject())
                    .with("target", line.targetCells())
                    .with("positive", line.positiveCells()));
        }
        if (Boolean.FALSE.equals(line.withinRange())) {
            unmet.add(Fault.of(CellsCriterion.OUTSIDE_DOSE_RANGE)
                    .with("subject", line.subject())
                    .with("dose", line.positiveCellsPerKg()));
        }
    }

    /** What was given, by row. */
    private record Columns(
            List<String> subjects,
            NumberColumn viableCells,
            NumberColumn concentration,
            NumberColumn viability,
            NumberColumn volume,
            NumberColumn transduced,
            NumberColumn weight) {

        /** From the number of viable cells where it is known, else from concentration, viability and volume. */
        CountedCells cells(int row) {
            return viableCells.isMissing(row)
                    ? CountedCells.ofSuspension(
                            concentration.get(row), viability.get(row), volume.get(row), transduced.get(row))
                    : new CountedCells(viableCells.get(row), transduced.get(row), volume.get(row));
        }
    }
}
