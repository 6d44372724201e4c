package org.opencgt.science.comparability.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.comparability.ToleranceInterval;
import org.opencgt.science.comparability.report.ToleranceReport;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code compare tolerance}. */
@Command(name = "tolerance")
final class ToleranceCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--value", paramLabel = "COLUMN")
    String value = "value";

    @Option(names = "--group", paramLabel = "COLUMN")
    @Nullable
    String group;

    @Option(names = "--reference", paramLabel = "NAME")
    String reference = "reference";

    @Option(names = "--coverage", paramLabel = "F", converter = FractionConverter.class)
    double coverage = 0.95;

    @Option(names = "--confidence", paramLabel = "F", converter = FractionConverter.class)
    double confidence = 0.95;

    @Option(names = "--side", paramLabel = "lower|upper|two")
    ToleranceInterval.Side side = ToleranceInterval.Side.TWO;

    @Option(names = "--method", paramLabel = "normal|nonparametric")
    ToleranceInterval.Method method = ToleranceInterval.Method.NORMAL;

    @Option(names = "--lsl", paramLabel = "X")
    @Nullable
    Double lsl;

    @Option(names = "--usl", paramLabel = "X")
    @Nullable
    Double usl;

    @Override
    protected Finding find(Surroundings surroundings) {
        double[] values = values(Csv.read(input));
        ToleranceInterval result = ToleranceInterval.of(values, coverage, confidence, side, method);
        return Finding.of(result).unmet(unmet(result)).reported(new ToleranceReport(result, values, lsl, usl));
    }

    private double[] values(Table table) {
        NumberColumn numbers = table.numbers(value);
        if (group == null) {
            return numbers.present();
        }
        TextColumn groups = table.text(group);
        return IntStream.range(0, table.rows())
                .filter(row -> reference.equals(groups.get(row)) && !numbers.isMissing(row))
                .mapToDouble(numbers::get)
                .toArray();
    }

    private List<Fault> unmet(ToleranceInterval result) {
        List<Fault> unmet = new ArrayList<>();
        if (!result.attained() && (lsl != null || usl != null)) {
            unmet.add(Fault.of(CompareCriterion.SAMPLE_TOO_SMALL)
                    .with("n", result.n())
                    .with("least", result.leastN()));
        }
        if (lsl != null && result.lower() < lsl) {
            unmet.add(Fault.of(CompareCriterion.LIMIT_BELOW_SPECIFICATION)
                    .with("limit", result.lower())
                    .with("specification", lsl));
        }
        if (usl != null && result.upper() > usl) {
            unmet.add(Fault.of(CompareCriterion.LIMIT_ABOVE_SPECIFICATION)
                    .with("limit", result.upper())
                    .with("specification", usl));
        }
        return unmet;
    }
}
