package org.opencgt.science.potency.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.potency.Lysis;
import org.opencgt.science.potency.report.LysisReport;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code potency cytotoxicity}. */
@Command(name = "cytotoxicity")
final class CytotoxicityCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--effector", paramLabel = "COLUMN")
    String effector = "effector";

    @Option(names = "--effector-target", paramLabel = "COLUMN")
    String effectorTarget = "ratio";

    @Option(names = "--y", paramLabel = "COLUMN")
    String y = "signal";

    @Option(names = "--spontaneous-signal", paramLabel = "SIGNAL", required = true)
    double spontaneousSignal;

    @Option(names = "--maximum-signal", paramLabel = "SIGNAL", required = true)
    double maximumSignal;

    @Option(names = "--lysis", paramLabel = "PERCENT")
    double lysis = 30;

    @Option(names = "--target-cells", paramLabel = "CELLS")
    double targetCells = 1e4;

    @Option(names = "--least-lysis", paramLabel = "PERCENT")
    @Nullable
    Double leastLysis;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        List<Lysis> rows = Lysis.of(
                Columns.texts(table, effector),
                table.numbers(effectorTarget).values(),
                table.numbers(y).values(),
                spontaneousSignal,
                maximumSignal,
                lysis,
                targetCells);
        return Finding.of(Lysis.class, rows)
                .unmet(
                        leastLysis == null
                                ? List.of()
                                : rows.stream()
                                        .filter(row -> !(row.lysisPercent() >= leastLysis))
                                        .map(row -> Fault.of(PotencyCriterion.LYSIS_BELOW_LIMIT)
                                                .with("effector", row.effector())
                                                .with("ratio", row.ratio())
                                                .with("lysis", row.lysisPercent())
                                                .with("least", leastLysis))
                                        .toList())
                .reported(new LysisReport(rows));
    }
}
