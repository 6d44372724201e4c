package org.opencgt.science.stability.cli;

import java.nio.file.Path;
import java.util.List;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.stability.AcceleratedStability;
import org.opencgt.science.stability.report.RateReport;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stability accelerated}. */
@Command(name = "accelerated")
final class AcceleratedCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--time", paramLabel = "COLUMN")
    String time = "month";

    @Option(names = "--temperature", paramLabel = "COLUMN")
    String temperature = "temp_c";

    @Option(names = "--value", paramLabel = "COLUMN")
    String value = "assay";

    @Option(names = "--predict", paramLabel = "CELSIUS", split = ",")
    List<Double> predict = List.of(5.0, 25.0);

    @Option(names = "--confidence", paramLabel = "F")
    double confidence = 0.95;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        AcceleratedStability found = AcceleratedStability.of(
                table.numbers(time).values(),
                table.numbers(temperature).values(),
                table.numbers(value).values(),
                predict.stream().mapToDouble(Double::doubleValue).toArray(),
                confidence);
        return Finding.of(found, AcceleratedStability.Step.class, found.stepOne())
                .reported(RateReport.of(found));
    }
}
