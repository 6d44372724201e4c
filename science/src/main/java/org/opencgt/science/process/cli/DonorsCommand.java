package org.opencgt.science.process.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.process.VarianceShares;
import org.opencgt.science.process.report.DonorsReport;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.NumberColumn;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code process donors}. */
@Command(name = "donors")
final class DonorsCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--value", paramLabel = "COLUMN")
    String value = "x";

    @Option(names = "--donor", paramLabel = "COLUMN")
    String donor = "donor";

    @Option(names = "--confidence", paramLabel = "F", converter = FractionConverter.class)
    double confidence = 0.95;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        NumberColumn values = table.numbers(value);
        TextColumn donors = table.text(donor);
        List<String> names = new ArrayList<>();
        List<Double> known = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            String name = donors.get(row);
            if (name != null && !values.isMissing(row)) {
                names.add(name);
                known.add(values.get(row));
            }
        }
        double[] numbers = known.stream().mapToDouble(one -> one).toArray();
        VarianceShares result = VarianceShares.of(names, numbers, confidence);
        return Finding.of(result).reported(new DonorsReport(result, names, numbers));
    }
}
