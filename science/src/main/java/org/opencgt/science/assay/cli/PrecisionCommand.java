package org.opencgt.science.assay.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.assay.Precision;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay precision}. */
@Command(name = "precision")
final class PrecisionCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--value", paramLabel = "COLUMN")
    String value = "y";

    @Option(names = "--factors", paramLabel = "COLUMN", split = ",", required = true)
    List<String> factors = List.of();

    @Option(names = "--crossed")
    boolean crossed;

    @Option(names = "--method", paramLabel = "METHOD")
    Precision.Method method = Precision.Method.ANOVA;

    @Option(names = "--confidence", paramLabel = "F", converter = FractionConverter.class)
    double confidence = 0.95;

    @Option(names = "--limit-cv", paramLabel = "PERCENT")
    @Nullable
    Double limitCv;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        List<int[]> levels =
                factors.stream().map(factor -> levels(table.text(factor))).toList();
        Precision precision =
                Precision.of(table.numbers(value).values(), factors, levels, !crossed, confidence, method);
        double cv = precision.intermediatePrecision().cvPercent();
        return Finding.of(precision, Precision.Component.class, precision.components())
                .unmet(
                        limitCv == null || cv <= limitCv
                                ? List.of()
                                : List.of(Fault.of(AssayCriterion.CV_OVER_LIMIT)
                                        .with("cv", cv)
                                        .with("limit", limitCv)));
    }

    private static int[] levels(TextColumn texts) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] levels = new int[texts.size()];
        for (int i = 0; i < levels.length; i++) {
            String text = texts.get(i);
            levels[i] = text == null ? -1 : numbers.computeIfAbsent(text, unseen -> numbers.size());
        }
        return levels;
    }
}
