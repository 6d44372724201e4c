package org.opencgt.science.cells.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.cells.ResidualCells;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Given;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.table.NumberColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cells residual-cells}. */
@Command(name = "residual-cells")
final class ResidualCellsCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE")
    @Nullable
    Path input;

    @Option(names = "--residual", paramLabel = "NAME|COLUMN")
    @Nullable
    String residual;

    @Option(names = "--dose-cells", paramLabel = "N|COLUMN")
    @Nullable
    String doseCells;

    @Option(names = "--found", paramLabel = "F|COLUMN")
    @Nullable
    String found;

    @Option(names = "--detection-limit", paramLabel = "F|COLUMN")
    @Nullable
    String detectionLimit;

    @Option(names = "--residual-limit", paramLabel = "N|COLUMN")
    @Nullable
    String limit;

    @Override
    protected Finding find(Surroundings surroundings) {
        Given given = Given.in(input);
        List<String> names = given.names("--residual", residual);
        NumberColumn doses = given.requiredNumbers("--dose-cells", doseCells);
        NumberColumn fractions = given.fractions("--found", found);
        NumberColumn detection = given.requiredFractions("--detection-limit", detectionLimit);
        NumberColumn limits = given.requiredNumbers("--residual-limit", limit);
        List<ResidualCells> rows = new ArrayList<>();
        List<Fault> unmet = new ArrayList<>();
        for (int i = 0; i < given.rows(); i++) {
            ResidualCells cells = given.in(
                    i,
                    row -> ResidualCells.of(
                            names.get(row), doses.get(row), fractions.get(row), detection.get(row), limits.get(row)));
            rows.add(cells);
            if (!cells.within()) {
                unmet.add(Fault.of(CellsCriterion.RESIDUAL_CELLS_OVER_LIMIT)
                        .with("residual", cells.residual())
                        .with("most", cells.mostInDose())
                        .with("allowed", cells.allowed())
                        .with("needed", cells.neededDetectionLimit()));
            }
        }
        return Finding.of(ResidualCells.class, rows).unmet(unmet);
    }
}
