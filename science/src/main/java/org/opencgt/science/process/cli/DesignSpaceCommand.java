package org.opencgt.science.process.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.process.DesignSpace;
import org.opencgt.science.process.report.DesignSpaceReport;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Numbers;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code process design-space}. */
@Command(name = "design-space")
final class DesignSpaceCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--factors", paramLabel = "COLUMN", split = ",", required = true)
    List<String> factors = List.of();

    @Option(names = "--specifications", paramLabel = "FILE", required = true)
    Path specifications = Path.of("-");

    @Option(names = "--fix", paramLabel = "FACTOR=X", split = ",")
    List<String> fixed = List.of();

    @Option(names = "--grid", paramLabel = "N")
    int grid = 21;

    @Option(names = "--probability", paramLabel = "F", converter = FractionConverter.class)
    double probability = 0.9;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        Map<String, double[]> limits = MonitorCommand.limits(Csv.read(specifications), "response");
        List<NumberColumn> columns = new ArrayList<>();
        factors.forEach(factor -> columns.add(table.numbers(factor)));
        limits.keySet().forEach(response -> columns.add(table.numbers(response)));
        int[] rows = IntStream.range(0, table.rows())
                .filter(row -> columns.stream().noneMatch(column -> column.isMissing(row)))
                .toArray();
        double[][] settings = factors.stream()
                .map(factor -> taken(table.numbers(factor), rows))
                .toArray(double[][]::new);
        List<DesignSpace.Response> responses = new ArrayList<>();
        limits.forEach((name, limit) ->
                responses.add(new DesignSpace.Response(name, taken(table.numbers(name), rows), limit[0], limit[1])));
        DesignSpace result = DesignSpace.of(factors, settings, responses, settings(), grid, probability);
        List<Fault> unmet = result.share() > 0
                ? List.of()
                : List.of(Fault.of(ProcessCriterion.NO_DESIGN_SPACE)
                        .with("best", result.best().probability())
                        .with("target", probability));
        return Finding.of(result, DesignSpace.Cell.class, result.map())
                .unmet(unmet)
                .reported(new DesignSpaceReport(result));
    }

    private static double[] taken(NumberColumn column, int[] rows) {
        return IntStream.of(rows).mapToDouble(column::get).toArray();
    }

    private Map<String, Double> settings() {
        Map<String, Double> settings = new LinkedHashMap<>();
        for (String text : fixed) {
            String[] parts = text.split("=", -1);
            OptionalDouble number = parts.length == 2 ? Numbers.parse(parts[1]) : OptionalDouble.empty();
            if (number.isEmpty()) {
                throw Fault.of(ProcessUsage.UNREADABLE_SETTING)
                        .with("text", text)
                        .asException();
            }
            if (!factors.contains(parts[0])) {
                throw Fault.of(ProcessUsage.UNKNOWN_FACTOR)
                        .with("name", parts[0])
                        .with("names", String.join(", ", factors))
                        .asException();
            }
            settings.put(parts[0], number.getAsDouble());
        }
        return settings;
    }
}
