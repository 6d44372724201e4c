package org.opencgt.science.assay.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opencgt.science.Fault;
import org.opencgt.science.assay.BlankLimit;
import org.opencgt.science.assay.DetectionLimit;
import org.opencgt.science.assay.Linearity;
import org.opencgt.science.assay.Pairs;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.FractionConverter;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.statistics.BinomialLink;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Table;
import org.opencgt.science.table.TextColumn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay detection-limit}. */
@Command(name = "detection-limit")
final class DetectionLimitCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--method", paramLabel = "slope|probit|logit|blank")
    LimitMethod method = LimitMethod.PROBIT;

    @Option(names = "--x", paramLabel = "COLUMN")
    String x = "conc";

    @Option(names = "--y", paramLabel = "COLUMN")
    String y = "y";

    @Option(names = "--positives", paramLabel = "COLUMN")
    String positives = "pos";

    @Option(names = "--n", paramLabel = "COLUMN")
    String n = "n";

    @Option(names = "--sample", paramLabel = "COLUMN")
    String sample = "sample";

    @Option(names = "--blank", paramLabel = "NAME")
    String blank = "blank";

    @Option(names = "--confidence", paramLabel = "F", converter = FractionConverter.class)
    double confidence = 0.95;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        return switch (method) {
            case SLOPE ->
                Finding.of(Linearity.of(
                        Pairs.of(table.numbers(x).values(), table.numbers(y).values()),
                        Linearity.Weighting.NONE,
                        confidence));
            case PROBIT -> counts(table, BinomialLink.PROBIT);
            case LOGIT -> counts(table, BinomialLink.LOGIT);
            case BLANK -> Finding.of(blank(table));
        };
    }

    private Finding counts(Table table, BinomialLink link) {
        DetectionLimit limit = DetectionLimit.of(
                table.numbers(x).values(),
                table.numbers(positives).values(),
                table.numbers(n).values(),
                link,
                confidence);
        return limit.separated()
                ? Finding.of(limit)
                        .unmet(List.of(Fault.of(AssayCriterion.SEPARATED)
                                .with("low", limit.bracket()[0])
                                .with("high", limit.bracket()[1])))
                : Finding.of(limit, DetectionLimit.Level.class, limit.lod());
    }

    private BlankLimit blank(Table table) {
        TextColumn names = table.text(sample);
        double[] values = table.numbers(y).values();
        List<Double> blanks = new ArrayList<>();
        List<Double> low = new ArrayList<>();
        List<String> samples = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            String name = names.get(i);
            if (name != null && name.equals(blank)) {
                blanks.add(values[i]);
            } else if (name != null) {
                low.add(values[i]);
                samples.add(name);
            }
        }
        return BlankLimit.of(
                blanks.stream().mapToDouble(Double::doubleValue).toArray(),
                low.stream().mapToDouble(Double::doubleValue).toArray(),
                samples);
    }
}
