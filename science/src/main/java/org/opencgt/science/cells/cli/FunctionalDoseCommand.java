package org.opencgt.science.cells.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.cells.FunctionalDose;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Given;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.table.NumberColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cells functional-dose}. */
@Command(name = "functional-dose")
final class FunctionalDoseCommand extends Analysis {

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

    @Option(names = "--cd3", paramLabel = "F|COLUMN")
    @Nullable
    String cd3;

    @Option(names = "--car", paramLabel = "F|COLUMN")
    @Nullable
    String car;

    @Option(names = "--functional", paramLabel = "F|COLUMN")
    @Nullable
    String functional;

    @Option(names = "--weight", paramLabel = "KG|COLUMN")
    @Nullable
    String weight;

    @Option(names = "--min-per-kg", paramLabel = "N")
    @Nullable
    Double least;

    @Option(names = "--max-per-kg", paramLabel = "N")
    @Nullable
    Double most;

    @Override
    protected Finding find(Surroundings surroundings) {
        Given given = Given.in(input);
        List<String> subjects = given.names("--subject", subject);
        NumberColumn cells = given.requiredNumbers("--total-cells", totalCells);
        NumberColumn alive = given.requiredFractions("--viability", viability);
        NumberColumn ofT = given.requiredFractions("--cd3", cd3);
        NumberColumn ofCar = given.requiredFractions("--car", car);
        NumberColumn acting = given.fractions("--functional", functional);
        NumberColumn kg = given.requiredNumbers("--weight", weight);
        List<FunctionalDose> doses = new ArrayList<>();
        List<Fault> unmet = new ArrayList<>();
        for (int i = 0; i < given.rows(); i++) {
            FunctionalDose dose = given.in(
                    i,
                    row -> FunctionalDose.of(
                            subjects.get(row),
                            cells.get(row),
                            new FunctionalDose.Fractions(alive.get(row), ofT.get(row), ofCar.get(row), acting.get(row)),
                            kg.get(row),
                            least == null ? Double.NaN : least,
                            most == null ? Double.NaN : most));
            doses.add(dose);
            if (Boolean.FALSE.equals(dose.within())) {
                unmet.add(Fault.of(CellsCriterion.OUTSIDE_DOSE_RANGE)
                        .with("subject", dose.subject())
                        .with("dose", dose.viableCd3CarCellsPerKg()));
            }
        }
        return Finding.of(FunctionalDose.class, doses).unmet(unmet);
    }
}
