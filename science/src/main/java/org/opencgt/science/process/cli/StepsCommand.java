package org.opencgt.science.process.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.process.StepYields;
import org.opencgt.science.process.report.StepsReport;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code process steps}. */
@Command(name = "steps")
final class StepsCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--batch", paramLabel = "COLUMN")
    String batch = "batch";

    @Option(names = "--step", paramLabel = "COLUMN")
    String step = "step";

    @Option(names = "--cells", paramLabel = "COLUMN")
    String cells = "cells";

    @Option(names = "--summary")
    boolean summary;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        TextColumn batches = table.text(batch);
        TextColumn steps = table.text(step);
        NumberColumn counts = table.numbers(cells);
        List<StepYields.Count> known = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            String name = batches.get(row);
            String stage = steps.get(row);
            if (name == null || stage == null) {
                throw table.at(row, name == null ? batch : step, ProcessUsage.CELL_MISSING)
                        .asException();
            }
            if (!counts.isMissing(row)) {
                known.add(new StepYields.Count(name, stage, counts.get(row)));
            }
        }
        StepYields result = StepYields.of(known);
        Finding finding = summary
                ? Finding.of(result, StepYields.Summary.class, result.steps())
                : Finding.of(result, StepYields.Row.class, result.batches());
        return finding.reported(new StepsReport(result));
    }
}
