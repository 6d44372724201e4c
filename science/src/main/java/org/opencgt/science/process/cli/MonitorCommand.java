package org.opencgt.science.process.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.process.ChartMaker;
import org.opencgt.science.process.ChartType;
import org.opencgt.science.process.Monitoring;
import org.opencgt.science.process.ProcessFault;
import org.opencgt.science.process.RuleSet;
import org.opencgt.science.process.report.MonitoringReport;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code process monitor}. */
@Command(name = "monitor")
final class MonitorCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--attribute", paramLabel = "COLUMN")
    String attribute = "attribute";

    @Option(names = "--lot", paramLabel = "COLUMN")
    String lot = "lot";

    @Option(names = "--value", paramLabel = "COLUMN")
    String value = "value";

    @Option(names = "--specifications", paramLabel = "FILE")
    @Nullable
    Path specifications;

    @Option(names = "--rules", paramLabel = "RULES")
    RuleSet rules = RuleSet.NELSON;

    @Option(names = "--baseline-points", paramLabel = "N")
    int baseline = 0;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        Map<String, double[]> limits =
                specifications == null ? Map.of() : limits(Csv.read(specifications), "attribute");
        ChartMaker maker = ChartMaker.of(ChartType.I_MR).withRules(rules).withBaseline(baseline);
        List<Monitoring.Series> series = series(table, limits);
        for (String name : limits.keySet()) {
            if (series.stream().noneMatch(one -> one.attribute().equals(name))) {
                throw Fault.of(ProcessFault.ATTRIBUTE_UNKNOWN)
                        .with("attribute", name)
                        .asException();
            }
        }
        List<Monitoring.Charted> charted =
                series.stream().map(one -> Monitoring.of(one, maker)).toList();
        Monitoring result = Monitoring.of(charted);
        List<Fault> unmet = result.attributes().stream()
                .filter(line -> line.state() == Monitoring.State.SIGNAL
                        || line.state() == Monitoring.State.OUT_OF_SPECIFICATION)
                .map(line -> Fault.of(ProcessCriterion.ATTRIBUTE_NOT_IN_CONTROL)
                        .with("attribute", line.attribute())
                        .with("state", line.state()))
                .toList();
        return Finding.of(result, Monitoring.Line.class, result.attributes())
                .unmet(unmet)
                .reported(new MonitoringReport(result, charted));
    }

    private List<Monitoring.Series> series(Table table, Map<String, double[]> limits) {
        TextColumn attributes = table.text(attribute);
        NumberColumn values = table.numbers(value);
        TextColumn lots = table.has(lot) ? table.text(lot) : null;
        Map<String, List<Double>> numbers = new LinkedHashMap<>();
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            String own = attributes.get(row);
            if (own == null || values.isMissing(row)) {
                continue;
            }
            List<Double> known = numbers.computeIfAbsent(own, unseen -> new ArrayList<>());
            known.add(values.get(row));
            String name = lots == null ? null : lots.get(row);
            names.computeIfAbsent(own, unseen -> new ArrayList<>())
                    .add(name == null ? Integer.toString(known.size()) : name);
        }
        double[] none = {Double.NaN, Double.NaN, Double.NaN};
        List<Monitoring.Series> series = new ArrayList<>();
        numbers.forEach((own, known) -> {
            double[] limit = limits.getOrDefault(own, none);
            series.add(new Monitoring.Series(
                    own,
                    names.getOrDefault(own, List.of()),
                    known.stream().mapToDouble(one -> one).toArray(),
                    limit[0],
                    limit[1],
                    limit[2]));
        });
        return series;
    }

    /** Limits and target of each row: {@code lsl, usl, target}, missing where there is none. */
    static Map<String, double[]> limits(Table table, String nameColumn) {
        TextColumn names = table.text(nameColumn);
        List<NumberColumn> columns = new ArrayList<>();
        for (String column : List.of("lsl", "usl", "target")) {
            double[] missing = new double[table.rows()];
            Arrays.fill(missing, Double.NaN);
            columns.add(table.has(column) ? table.numbers(column) : NumberColumn.of(column, missing));
        }
        Map<String, double[]> limits = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            String name = names.get(row);
            if (name == null) {
                throw table.at(row, nameColumn, ProcessUsage.CELL_MISSING).asException();
            }
            double[] own = new double[3];
            for (int i = 0; i < own.length; i++) {
                own[i] = columns.get(i).get(row);
            }
            if (limits.put(name, own) != null) {
                throw table.at(row, nameColumn, ProcessUsage.SPECIFICATION_TWICE)
                        .asException();
            }
        }
        return limits;
    }
}
