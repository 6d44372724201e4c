package org.opencgt.science.assay.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.assay.OutlierTest;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay outliers}. */
@Command(name = "outliers")
final class OutliersCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--value", paramLabel = "COLUMN")
    String value = "value";

    @Option(names = "--set", paramLabel = "COLUMN")
    @Nullable
    String set;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        TextColumn sets = set == null ? null : table.text(set);
        double[] values = table.numbers(value).values();
        Map<String, List<Double>> own = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            String name = sets == null ? "" : sets.get(i);
            if (name != null && !Double.isNaN(values[i])) {
                own.computeIfAbsent(name, unseen -> new ArrayList<>()).add(values[i]);
            }
        }
        List<OutlierTest> tests = new ArrayList<>();
        own.forEach((name, numbers) -> tests.add(OutlierTest.grubbs(
                name, numbers.stream().mapToDouble(Double::doubleValue).toArray())));
        return Finding.of(OutlierTest.class, tests);
    }
}
