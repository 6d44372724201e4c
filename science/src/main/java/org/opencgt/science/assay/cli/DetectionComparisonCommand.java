package org.opencgt.science.assay.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.assay.DetectionComparison;
import org.opencgt.science.assay.report.DetectionComparisonReport;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay detection-comparison}. */
@Command(name = "detection-comparison")
final class DetectionComparisonCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--organism", paramLabel = "COLUMN")
    String organism = "organism";

    @Option(names = "--inoculum", paramLabel = "COLUMN")
    String inoculum = "cfu";

    @Option(names = "--rapid", paramLabel = "COLUMN")
    String rapid = "rapid";

    @Option(names = "--compendial", paramLabel = "COLUMN")
    String compendial = "compendial";

    @Option(names = "--margin", paramLabel = "F", required = true, converter = FractionConverter.class)
    double margin;

    @Option(names = "--alpha", paramLabel = "F")
    double alpha = 0.05;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        List<@Nullable String> organisms = table.header().contains(organism)
                ? Texts.of(table, organism)
                : Collections.nCopies(table.rows(), DetectionComparison.ALL);
        double[] unknown = new double[table.rows()];
        Arrays.fill(unknown, Double.NaN);
        List<DetectionComparison> rows = DetectionComparison.of(
                organisms,
                table.header().contains(inoculum) ? table.numbers(inoculum).values() : unknown,
                table.numbers(rapid).values(),
                table.numbers(compendial).values(),
                margin,
                alpha);
        DetectionComparison whole = rows.getLast();
        return Finding.of(DetectionComparison.class, rows)
                .unmet(
                        whole.nonInferior()
                                ? List.of()
                                : List.of(Fault.of(AssayCriterion.INFERIOR_DETECTION)
                                        .with("lower", whole.lower())
                                        .with("margin", whole.margin())))
                .reported(new DetectionComparisonReport(rows));
    }
}
