package org.opencgt.science.comparability.cli;

import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Fault;
import org.opencgt.science.comparability.ComparabilityFault;
import org.opencgt.science.comparability.Margin;
import org.opencgt.science.table.Numbers;
import picocli.CommandLine.Option;

/** The options that state an equivalence margin and the level of the tests; a mixin. */
final class MarginOptions {

    @Option(names = "--margin-sd", paramLabel = "K")
    @Nullable
    Double sds;

    @Option(names = "--margin", paramLabel = "X|LOW:HIGH")
    @Nullable
    String margin;

    @Option(names = "--ratio", paramLabel = "LOW:HIGH")
    @Nullable
    String ratio;

    @Option(names = "--alpha", paramLabel = "F")
    double alpha = 0.05;

    /** The one margin that is given. */
    Margin margin() {
        if (Stream.of(sds, margin, ratio).filter(option -> option != null).count() != 1) {
            throw Fault.of(ComparabilityFault.NO_MARGIN).asException();
        }
        if (sds != null) {
            return new Margin.ReferenceSds(sds);
        }
        if (ratio != null) {
            double[] limits = limits(ratio, "--ratio");
            return new Margin.Ratio(limits[0], limits[1]);
        }
        double[] limits = limits(String.valueOf(margin), "--margin");
        return new Margin.Difference(limits[0], limits[1]);
    }

    /** Two limits; a single number stands for itself on both sides of zero. */
    static double[] limits(String text, String option) {
        String[] parts = text.split(":", -1);
        OptionalDouble first = Numbers.parse(parts[0]);
        OptionalDouble last = Numbers.parse(parts[parts.length - 1]);
        if (parts.length > 2 || first.isEmpty() || last.isEmpty() || (parts.length == 1 && option.equals("--ratio"))) {
            throw Fault.of(CompareUsage.UNREADABLE_LIMITS)
                    .with("option", option)
                    .with("text", text)
                    .asException();
        }
        return parts.length == 1
                ? new double[] {-first.getAsDouble(), first.getAsDouble()}
                : new double[] {first.getAsDouble(), last.getAsDouble()};
    }
}
