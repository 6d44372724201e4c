package org.opencgt.science.stability.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.stability.Arrhenius;
import org.opencgt.science.stability.TemperatureUnit;
import org.opencgt.science.stability.report.RateReport;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stability arrhenius}. */
@Command(name = "arrhenius")
final class ArrheniusCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--temperature", paramLabel = "COLUMN")
    String temperature = "temp_c";

    @Option(names = "--rate", paramLabel = "COLUMN")
    String rate = "k";

    @Option(names = "--unit", paramLabel = "C|F|K")
    TemperatureUnit unit = TemperatureUnit.C;

    @Option(names = "--predict", paramLabel = "CELSIUS", split = ",")
    List<Double> predict = List.of(5.0, 25.0);

    @Option(names = "--confidence", paramLabel = "F")
    double confidence = 0.95;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        double[] celsius = Arrays.stream(table.numbers(temperature).values())
                .map(unit::toCelsius)
                .toArray();
        double[] rates = table.numbers(rate).values();
        double[] at = predict.stream().mapToDouble(Double::doubleValue).toArray();
        Arrhenius found = Arrhenius.of(celsius, rates, at, confidence);
        return Finding.of(found).reported(RateReport.of(celsius, rates, found));
    }
}
