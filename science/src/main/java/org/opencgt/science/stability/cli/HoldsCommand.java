package org.opencgt.science.stability.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Given;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.stability.HandlingHistory;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stability holds}. */
@Command(name = "holds")
final class HoldsCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--unit-name", paramLabel = "COLUMN")
    String unit = "unit";

    @Option(names = "--parents", paramLabel = "COLUMN")
    String parents = "parents";

    @Option(names = "--hours", paramLabel = "COLUMN")
    String hours = "hours";

    @Option(names = "--thaws", paramLabel = "COLUMN")
    String thaws = "thaws";

    @Option(names = "--limit-hours", paramLabel = "H")
    double limitHours = Double.POSITIVE_INFINITY;

    @Option(names = "--limit-thaws", paramLabel = "N")
    double limitThaws = Double.POSITIVE_INFINITY;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        Given given = Given.of(table);
        List<String> units = given.names("--unit-name", unit);
        TextColumn from = table.text(parents);
        NumberColumn held = table.numbers(hours);
        NumberColumn cycles = given.numbers("--thaws", table.has(thaws) ? thaws : null);
        List<HandlingHistory.Step> steps = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            steps.add(given.in(
                    i,
                    row -> new HandlingHistory.Step(
                            units.get(row),
                            from.isMissing(row)
                                    ? List.of()
                                    : Arrays.stream(Objects.requireNonNull(from.get(row))
                                                    .split(";"))
                                            .map(String::strip)
                                            .filter(name -> !name.isEmpty())
                                            .toList(),
                            held.isMissing(row) ? 0 : held.get(row),
                            cycles.isMissing(row) ? 0 : (int) cycles.get(row))));
        }
        List<HandlingHistory> histories = HandlingHistory.of(steps, limitHours, limitThaws);
        return Finding.of(HandlingHistory.class, histories).unmet(unmet(histories));
    }

    private static List<Fault> unmet(List<HandlingHistory> histories) {
        return histories.stream()
                .filter(history -> !history.withinLimits())
                .map(history -> Fault.of(StabilityCriterion.HANDLING_OVER_LIMIT)
                        .with("unit", history.unit())
                        .with("hours", history.cumulativeHoldHours())
                        .with("thaws", history.cumulativeThaws()))
                .toList();
    }
}
