package org.opencgt.science.potency.cli;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.potency.CombinedPotency;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code potency combine}. */
@Command(name = "combine")
final class CombineCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--rp", paramLabel = "COLUMN")
    String rp = "rp";

    @Option(names = "--se", paramLabel = "COLUMN")
    String se = "se_log_rp";

    @Option(names = "--confidence", paramLabel = "F", converter = FractionConverter.class)
    double confidence = 0.95;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        double[] potencies = table.numbers(rp).values();
        double[] errors = table.numbers(se).values();
        int[] rows = IntStream.range(0, potencies.length)
                .filter(row -> !Double.isNaN(potencies[row]) && !Double.isNaN(errors[row]))
                .toArray();
        return Finding.of(
                CombinedPotency.class,
                CombinedPotency.of(
                        IntStream.of(rows).mapToDouble(row -> potencies[row]).toArray(),
                        IntStream.of(rows).mapToDouble(row -> errors[row]).toArray(),
                        confidence));
    }
}
