package org.opencgt.science.stability.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.stability.MeanKineticTemperature;
import org.opencgt.science.stability.TemperatureUnit;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stability mkt}. */
@Command(name = "mkt")
final class KineticTemperatureCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--value", paramLabel = "COLUMN")
    String value = "temp";

    @Option(names = "--duration", paramLabel = "COLUMN")
    @Nullable
    String duration;

    @Option(names = "--unit", paramLabel = "C|F|K")
    TemperatureUnit unit = TemperatureUnit.C;

    @Option(names = "--delta-h", paramLabel = "KJ/MOL")
    double deltaH = MeanKineticTemperature.CONVENTIONAL_DELTA_H;

    @Option(names = "--limit", paramLabel = "CELSIUS")
    @Nullable
    Double limit;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        double[] celsius = Arrays.stream(table.numbers(value).values())
                .map(unit::toCelsius)
                .toArray();
        MeanKineticTemperature result = MeanKineticTemperature.of(celsius, durations(table), deltaH);
        return Finding.of(result).unmet(unmet(result));
    }

    private double[] durations(Table table) {
        if (duration != null) {
            return table.numbers(duration).values();
        }
        double[] equal = new double[table.rows()];
        Arrays.fill(equal, 1);
        return equal;
    }

    private List<Fault> unmet(MeanKineticTemperature result) {
        return limit == null || result.mktC() <= limit
                ? List.of()
                : List.of(Fault.of(StabilityCriterion.MKT_OVER_LIMIT)
                        .with("mkt", result.mktC())
                        .with("limit", limit));
    }
}
