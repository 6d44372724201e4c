package org.opencgt.science.potency.cli;

import java.nio.file.Path;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.potency.LineAssay;
import org.opencgt.science.potency.SlopeRatio;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code potency slope-ratio}. */
@Command(name = "slope-ratio")
final class SlopeRatioCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--x", paramLabel = "COLUMN")
    String x = "dose";

    @Option(names = "--y", paramLabel = "COLUMN")
    String y = "signal";

    @Option(names = "--curve", paramLabel = "COLUMN")
    String curve = "sample";

    @Option(names = "--reference", paramLabel = "NAME")
    String reference = "REF";

    @Option(names = "--confidence", paramLabel = "F", converter = FractionConverter.class)
    double confidence = 0.95;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        LineAssay assay = LineAssay.of(
                Columns.texts(table, curve),
                null,
                reference,
                table.numbers(x).values(),
                table.numbers(y).values());
        return Finding.of(SlopeRatio.class, SlopeRatio.of(assay, confidence));
    }
}
