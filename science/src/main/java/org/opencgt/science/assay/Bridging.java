package org.opencgt.science.assay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.comparability.Margin;
import org.opencgt.science.comparability.PairedEquivalence;
import org.opencgt.science.statistics.FisherF;
import org.opencgt.science.statistics.Mean;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Bridging from an old procedure to a new one on the same samples (ICH Q14, 7; USP 1010): the bias of the samples' means by two
 * one-sided tests against a margin, and the ratio of the standard deviations within samples by F. With a margin of ratios everything is on
 * the scale of logarithms, so the standard deviations are those of logarithms.
 *
 * @param samples measured by both procedures
 * @param leftOut results of samples that one procedure only has, or that are missing
 * @param bias new less old, or the ratio, with its interval and tests
 * @param precision null where no sample has two results by each procedure
 * @param bridged bias equivalent, and the precision within its limit if one is given
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Bridging(
        int samples,
        int leftOut,
        PairedEquivalence bias,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PrecisionRatio precision,
        boolean bridged,
        List<AssayFlag> flags)
        implements Result {

    /**
     * Standard deviations within samples.
     *
     * @param ratio new over old
     * @param lower of the two-sided 1 - 2&alpha; interval; each limit by itself has 1 - &alpha;
     * @param within whether the upper limit stays within the one that is given; true where none is
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record PrecisionRatio(
            double sdOld,
            int dfOld,
            double sdNew,
            int dfNew,
            double ratio,
            double lower,
            double upper,
            double largest,
            boolean within) {}

    /**
     * Compares.
     *
     * @param samples of each result; null is missing
     * @param methods of each result
     * @param old name of the old procedure
     * @param fresh name of the new one
     * @param largestRatio largest ratio of standard deviations allowed; NaN for none
     * @throws BadInput if a procedure is not there, fewer than two samples have both, they all differ by the same, a ratio is wanted of
     *     results not above zero, or a limit of precision is given and nothing is replicated or varies
     */
    public static Bridging of(
            List<@Nullable String> samples,
            List<@Nullable String> methods,
            double[] values,
            String old,
            String fresh,
            Margin margin,
            double alpha,
            double largestRatio) {
        boolean ratio = margin instanceof Margin.Ratio;
        Map<String, List<List<Double>>> bySample = new LinkedHashMap<>();
        int[] found = new int[2];
        int used = 0;
        for (int i = 0; i < values.length; i++) {
            String sample = samples.get(i);
            int which = old.equals(methods.get(i)) ? 0 : fresh.equals(methods.get(i)) ? 1 : -1;
            if (sample != null && which >= 0 && !Double.isNaN(values[i])) {
                double value = ratio
                        ? Math.log(Check.positive(AssayQuantity.MEASUREMENT, values[i]))
                        : Check.finite(AssayQuantity.MEASUREMENT, values[i]);
                bySample.computeIfAbsent(sample, unseen -> List.of(new ArrayList<>(), new ArrayList<>()))
                        .get(which)
                        .add(value);
                found[which]++;
                used++;
            }
        }
        for (int which = 0; which < 2; which++) {
            if (found[which] == 0) {
                throw Fault.of(AssayFault.NO_SUCH_METHOD)
                        .with("method", which == 0 ? old : fresh)
                        .asException();
            }
        }
        List<List<List<Double>>> both = bySample.values().stream()
                .filter(own -> !own.get(0).isEmpty() && !own.get(1).isEmpty())
                .toList();
        int kept = both.stream()
                .mapToInt(own -> own.get(0).size() + own.get(1).size())
                .sum();
        double[] ofOld =
                both.stream().mapToDouble(own -> mean(own.get(0), ratio)).toArray();
        double[] ofNew =
                both.stream().mapToDouble(own -> mean(own.get(1), ratio)).toArray();
        PairedEquivalence bias = PairedEquivalence.of(ofNew, ofOld, margin, alpha);
        List<AssayFlag> flags = new ArrayList<>();
        PrecisionRatio precision = precision(both, alpha, largestRatio, flags);
        if (used > kept) {
            flags.add(AssayFlag.UNPAIRED_LEFT_OUT);
        }
        return new Bridging(
                both.size(),
                values.length - kept,
                bias,
                precision,
                bias.equivalent() && (precision == null || precision.within()),
                flags);
    }

    /** On the scale of the data: the margin takes logarithms by itself. */
    private static double mean(List<Double> values, boolean ratio) {
        double mean = Mean.of(values.stream().mapToDouble(Double::doubleValue).toArray());
        return ratio ? Math.exp(mean) : mean;
    }

    private static @Nullable PrecisionRatio precision(
            List<List<List<Double>>> samples, double alpha, double largest, List<AssayFlag> flags) {
        double[] squares = new double[2];
        int[] df = new int[2];
        for (List<List<Double>> sample : samples) {
            for (int which = 0; which < 2; which++) {
                double[] own = sample.get(which).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                double mean = Mean.of(own);
                for (double value : own) {
                    squares[which] += (value - mean) * (value - mean);
                }
                df[which] += own.length - 1;
            }
        }
        if (!Double.isNaN(largest)) {
            Check.positive(AssayQuantity.SD_RATIO, largest);
        }
        if (df[0] == 0 || df[1] == 0) {
            if (!Double.isNaN(largest)) {
                throw Fault.of(AssayFault.NO_REPLICATES).asException();
            }
            flags.add(AssayFlag.NO_PRECISION);
            return null;
        }
        if (squares[0] <= 0 || squares[1] <= 0) {
            if (!Double.isNaN(largest)) {
                throw Fault.of(AssayFault.NO_SCATTER_WITHIN).asException();
            }
            flags.add(AssayFlag.NO_PRECISION);
            return null;
        }
        double sdOld = Math.sqrt(squares[0] / df[0]);
        double sdNew = Math.sqrt(squares[1] / df[1]);
        FisherF law = new FisherF(df[1], df[0]);
        double variance = sdNew * sdNew / (sdOld * sdOld);
        double lower = Math.sqrt(variance / law.quantile(1 - alpha));
        double upper = Math.sqrt(variance / law.quantile(alpha));
        return new PrecisionRatio(
                sdOld,
                df[0],
                sdNew,
                df[1],
                sdNew / sdOld,
                lower,
                upper,
                largest,
                Double.isNaN(largest) || upper <= largest);
    }
}
