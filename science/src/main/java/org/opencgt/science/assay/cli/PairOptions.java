package org.opencgt.science.assay.cli;

import java.nio.file.Path;
import org.opencgt.science.assay.Pairs;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Option;

/** The two columns of a comparison of methods or of a calibration. */
final class PairOptions {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--x", paramLabel = "COLUMN")
    String x = "x";

    @Option(names = "--y", paramLabel = "COLUMN")
    String y = "y";

    Pairs read() {
        Table table = Csv.read(input);
        return Pairs.of(table.numbers(x).values(), table.numbers(y).values());
    }
}
