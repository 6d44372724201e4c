package org.opencgt.science.assay.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.assay.Bridging;
import org.opencgt.science.assay.report.BridgingReport;
import org.opencgt.science.command.Analysis;
import org.opencgt.science.command.Finding;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.comparability.ComparabilityFault;
import org.opencgt.science.comparability.Margin;
import org.opencgt.science.table.Csv;
import org.opencgt.science.table.Numbers;
import org.opencgt.science.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay bridging}. */
@Command(name = "bridging")
final class BridgingCommand extends Analysis {

    @Option(names = "--input", paramLabel = "FILE", required = true)
    Path input = Path.of("-");

    @Option(names = "--sample", paramLabel = "COLUMN")
    String sample = "sample";

    @Option(names = "--procedure", paramLabel = "COLUMN")
    String procedure = "method";

    @Option(names = "--value", paramLabel = "COLUMN")
    String value = "y";

    @Option(names = "--old", paramLabel = "NAME")
    String old = "old";

    @Option(names = "--new", paramLabel = "NAME")
    String fresh = "new";

    @Option(names = "--margin", paramLabel = "X")
    @Nullable
    Double margin;

    @Option(names = "--ratio", paramLabel = "LOW:HIGH")
    @Nullable
    String ratio;

    @Option(names = "--largest-sd-ratio", paramLabel = "X")
    double largestSdRatio = Double.NaN;

    @Option(names = "--alpha", paramLabel = "F")
    double alpha = 0.05;

    @Override
    protected Finding find(Surroundings surroundings) {
        Table table = Csv.read(input);
        Bridging found = Bridging.of(
                Texts.of(table, sample),
                Texts.of(table, procedure),
                table.numbers(value).values(),
                old,
                fresh,
                margin(),
                alpha,
                largestSdRatio);
        List<Fault> unmet = new ArrayList<>();
        if (!found.bias().equivalent()) {
            unmet.add(Fault.of(AssayCriterion.NOT_BRIDGED_BIAS)
                    .with("lower", found.bias().lower())
                    .with("upper", found.bias().upper())
                    .with("least", found.bias().marginLower())
                    .with("most", found.bias().marginUpper()));
        }
        Bridging.PrecisionRatio precision = found.precision();
        if (precision != null && !precision.within()) {
            unmet.add(Fault.of(AssayCriterion.NOT_BRIDGED_PRECISION)
                    .with("upper", precision.upper())
                    .with("largest", precision.largest()));
        }
        return Finding.of(found).unmet(unmet).reported(new BridgingReport(found));
    }

    private Margin margin() {
        if ((margin == null) == (ratio == null)) {
            throw Fault.of(ComparabilityFault.NO_MARGIN).asException();
        }
        if (margin != null) {
            return new Margin.Difference(-margin, margin);
        }
        String[] parts = String.valueOf(ratio).split(":", -1);
        if (parts.length != 2
                || Numbers.parse(parts[0]).isEmpty()
                || Numbers.parse(parts[1]).isEmpty()) {
            throw Fault.of(AssayCriterion.UNREADABLE_RATIO)
                    .with("text", String.valueOf(ratio))
                    .asException();
        }
        return new Margin.Ratio(
                Numbers.parse(parts[0]).getAsDouble(), Numbers.parse(parts[1]).getAsDouble());
    }
}
