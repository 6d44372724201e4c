package org.opencgt.science.assay.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.assay.AccuracyLevel;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay accuracy}. */
@Command(name = "accuracy")
final class AccuracyCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--value", paramLabel = "COLUMN")
    String value = "y";

    @Option(names = "--level", paramLabel = "COLUMN")
    String level = "level";

    @Option(names = "--series", paramLabel = "COLUMN")
    String series = "series";

    @Option(names = "--beta", paramLabel = "F", converter = FractionConverter.class)
    double beta = 0.95;

    @Option(names = "--limit-bias", paramLabel = "PERCENT")
    @Nullable
    Double limitBias;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        List<@Nullable String> names = new ArrayList<>();
        TextColumn texts = table.has(series) ? table.text(series) : null;
        for (int i = 0; i < table.rows(); i++) {
            names.add(texts == null ? "1" : texts.get(i));
        }
        List<AccuracyLevel> levels = AccuracyLevel.of(
                table.numbers(level).values(), table.numbers(value).values(), names, beta);
        return Finding.of(AccuracyLevel.class, levels)
                .inTable(SHOWN::contains)
                .unmet(levels.stream()
                        .filter(own -> !within(own))
                        .map(this::outside)
                        .toList());
    }

    private static final Set<String> SHOWN = Set.of(
            "nominal",
            "n",
            "mean",
            "sd",
            "cv",
            "bias_pct",
            "recovery_mean",
            "mee_lower",
            "mee_upper",
            "total_error",
            "flags");

    /** The tolerance interval, else the interval of the recovery, within the limit either way. */
    private boolean within(AccuracyLevel own) {
        if (limitBias == null) {
            return true;
        }
        double low = Double.isNaN(own.meeLower())
                ? own.recoveryCi95()[0] - 100
                : 100 * (own.meeLower() - own.nominal()) / own.nominal();
        double high = Double.isNaN(own.meeUpper())
                ? own.recoveryCi95()[1] - 100
                : 100 * (own.meeUpper() - own.nominal()) / own.nominal();
        return low >= -limitBias && high <= limitBias;
    }

    private Fault outside(AccuracyLevel own) {
        return Fault.of(AssayCriterion.ACCURACY_OUTSIDE)
                .with("level", own.nominal())
                .with("limit", String.valueOf(limitBias));
    }
}
