package org.opencgt.science.assay.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.assay.AssayFault;
import org.opencgt.science.assay.Kappa;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay kappa}. */
@Command(name = "kappa")
final class KappaCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--row", paramLabel = "COLUMN")
    String row = "row";

    @Option(names = "--col", paramLabel = "COLUMN")
    String col = "col";

    @Option(names = "--count", paramLabel = "COLUMN")
    String count = "count";

    @Option(names = "--weights", paramLabel = "none|linear|quadratic")
    Kappa.Weights weights = Kappa.Weights.NONE;

    @Option(names = "--categories", paramLabel = "NAME", split = ",")
    List<String> categories = List.of();

    @Option(names = "--confidence", paramLabel = "F", converter = FractionConverter.class)
    double confidence = 0.95;

    @Option(names = "--least-agreement", paramLabel = "KAPPA")
    @Nullable
    Double leastAgreement;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        TextColumn rows = table.text(row);
        TextColumn columns = table.text(col);
        NumberColumn counts = table.has(count) ? table.numbers(count) : null;
        List<String> names = categories.isEmpty() ? found(rows, columns) : categories;
        double[][] cells = new double[names.size()][names.size()];
        for (int i = 0; i < table.rows(); i++) {
            String one = rows.get(i);
            String other = columns.get(i);
            if (one != null && other != null && (counts == null || !counts.isMissing(i))) {
                cells[index(names, one)][index(names, other)] += counts == null ? 1 : counts.get(i);
            }
        }
        Kappa agreement = Kappa.of(names, cells, weights, confidence);
        return Finding.of(agreement)
                .unmet(
                        leastAgreement == null || agreement.lower() >= leastAgreement
                                ? List.of()
                                : List.of(Fault.of(AssayCriterion.KAPPA_TOO_LOW)
                                        .with("lower", agreement.lower())
                                        .with("least", leastAgreement)));
    }

    private static int index(List<String> names, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw Fault.of(AssayFault.UNKNOWN_CATEGORY).with("category", name).asException();
        }
        return index;
    }

    /** All categories in the order of numbers, else of the alphabet. */
    private static List<String> found(TextColumn rows, TextColumn columns) {
        Set<String> names = new TreeSet<>();
        for (TextColumn column : Arrays.asList(rows, columns)) {
            for (int i = 0; i < column.size(); i++) {
                String name = column.get(i);
                if (name != null) {
                    names.add(name);
                }
            }
        }
        List<String> sorted = new ArrayList<>(names);
        if (sorted.stream().allMatch(name -> name.matches("[0-9]{1,9}"))) {
            sorted.sort((one, other) -> Integer.compare(Integer.parseInt(one), Integer.parseInt(other)));
        }
        return sorted;
    }
}
