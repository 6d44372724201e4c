package org.opencgt.science.stability.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.stability.ExcursionBudget;
import org.opencgt.science.stability.HoursColumn;
import org.opencgt.science.stability.TemperatureUnit;
import org.opencgt.science.stability.report.ExcursionReport;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stability excursions}. */
@Command(name = "excursions")
final class ExcursionsCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--time", paramLabel = "COLUMN")
    String time = "time";

    @Option(names = "--value", paramLabel = "COLUMN")
    String value = "temp";

    @Option(names = "--unit", paramLabel = "C|F|K")
    TemperatureUnit unit = TemperatureUnit.C;

    @Option(names = "--low", paramLabel = "CELSIUS", required = true)
    double low;

    @Option(names = "--high", paramLabel = "CELSIUS", required = true)
    double high;

    @Option(names = "--allowance", paramLabel = "FILE")
    @Nullable
    Path allowance;

    @Option(names = "--total-hours", paramLabel = "H")
    double totalHours = Double.POSITIVE_INFINITY;

    @Option(names = "--hours-before", paramLabel = "H")
    double hoursBefore;

    @Option(names = "--longest-gap", paramLabel = "H")
    double longestGap = Double.POSITIVE_INFINITY;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        double[] hours = HoursColumn.of(table, time);
        double[] celsius = Arrays.stream(table.numbers(value).values())
                .map(unit::toCelsius)
                .toArray();
        ExcursionBudget.Allowance studied =
                new ExcursionBudget.Allowance(low, high, bands(), totalHours, hoursBefore, longestGap);
        ExcursionBudget found = ExcursionBudget.of(hours, celsius, studied);
        return Finding.of(found).unmet(unmet(found)).reported(new ExcursionReport(hours, celsius, studied, found));
    }

    private List<ExcursionBudget.Band> bands() {
        if (allowance == null) {
            return List.of();
        }
        Table table = Csv.read(allowance);
        NumberColumn from = table.numbers("from_c");
        NumberColumn to = table.numbers("to_c");
        NumberColumn most = table.numbers("hours");
        NumberColumn counts = table.has("count") ? table.numbers("count") : NumberColumn.of("count", missing(table));
        List<ExcursionBudget.Band> bands = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            bands.add(new ExcursionBudget.Band(
                    from.get(row),
                    to.get(row),
                    most.get(row),
                    counts.isMissing(row) ? Double.POSITIVE_INFINITY : counts.get(row)));
        }
        return bands;
    }

    private static double[] missing(Table table) {
        double[] none = new double[table.rows()];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private static List<Fault> unmet(ExcursionBudget found) {
        return found.flags().stream()
                .map(flag -> Fault.of(StabilityCriterion.EXCURSION_NOT_COVERED).with("reason", flag))
                .toList();
    }
}
