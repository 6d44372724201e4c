package org.opencgt.science.stability.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Given;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.stability.HoursColumn;
import org.opencgt.science.stability.InUse;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stability in-use}. */
@Command(name = "in-use")
final class InUseCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--unit-name", paramLabel = "COLUMN")
    String unit = "unit";

    @Option(names = "--opened", paramLabel = "COLUMN")
    String opened = "thawed";

    @Option(names = "--used", paramLabel = "COLUMN")
    String used = "used";

    @Option(names = "--limit-hours", paramLabel = "H", required = true)
    double limitHours;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        Given given = Given.of(table);
        List<String> units = given.names("--unit-name", table.has(unit) ? unit : null);
        double[] from = HoursColumn.of(table, opened);
        double[] to = HoursColumn.of(table, used);
        List<InUse> rows = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            rows.add(given.in(i, row -> InUse.of(units.get(row), from[row], to[row], limitHours)));
        }
        return Finding.of(InUse.class, rows)
                .unmet(rows.stream()
                        .filter(row -> !row.within())
                        .map(row -> Fault.of(StabilityCriterion.USED_TOO_LATE)
                                .with("unit", row.unit())
                                .with("hours", row.hours())
                                .with("limit", limitHours))
                        .toList());
    }
}
