package org.opencgt.science.comparability;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.opencgt.science.BadInput;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.OrderStatistics;
import org.opencgt.science.statistics.SampleSummary;
import org.opencgt.science.statistics.ToleranceFactor;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Limits that hold at least a fraction of the population with a confidence: mean ± k s ({@link ToleranceFactor}), or order
 * statistics ({@link OrderStatistics}), which need no distribution but many observations.
 *
 * @param k exact; NaN without a distribution
 * @param kHowe Howe's approximation of a two-sided k
 * @param rank of the observation, from its end, that is the limit; 0 where none is; NaN for a normal distribution
 * @param lower NaN where there is none
 * @param attainedConfidence that the limits have; where the sample is too small, that of its outermost observations
 * @param leastN observations that distribution-free limits need
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ToleranceInterval(
        Method method,
        Side side,
        int n,
        double coverage,
        double confidence,
        double mean,
        double sd,
        double k,
        double kHowe,
        double rank,
        double lower,
        double upper,
        boolean attained,
        double attainedConfidence,
        int leastN,
        List<ComparabilityFlag> flags)
        implements Result {

    public ToleranceInterval {
        flags = List.copyOf(flags);
    }

    /** Which distribution is assumed. */
    public enum Method {
        NORMAL,
        NONPARAMETRIC;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which limits are wanted. */
    public enum Side {
        LOWER,
        UPPER,
        TWO;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Of a sample; missing values are left out.
     *
     * @throws BadInput if there are fewer than two values, or none vary and a normal distribution is assumed
     */
    public static ToleranceInterval of(double[] values, double coverage, double confidence, Side side, Method method) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        SampleSummary sample = Contrast.summary(Group.REFERENCE, sorted);
        return switch (method) {
            case NORMAL -> normal(sample, coverage, confidence, side);
            case NONPARAMETRIC -> ranked(sample, sorted, coverage, confidence, side);
        };
    }

    private static ToleranceInterval normal(SampleSummary sample, double coverage, double confidence, Side side) {
        ToleranceFactor factor = new ToleranceFactor(sample.n(), coverage, confidence);
        double k = side == Side.TWO ? factor.twoSided() : factor.oneSided();
        return new ToleranceInterval(
                Method.NORMAL,
                side,
                sample.n(),
                coverage,
                confidence,
                sample.mean(),
                sample.sd(),
                k,
                side == Side.TWO ? factor.twoSidedByHowe() : Double.NaN,
                Double.NaN,
                side == Side.UPPER ? Double.NaN : sample.mean() - k * sample.sd(),
                side == Side.LOWER ? Double.NaN : sample.mean() + k * sample.sd(),
                true,
                confidence,
                2,
                Contrast.isFlat(sample) ? List.of(ComparabilityFlag.NO_REFERENCE_VARIATION) : List.of());
    }

    private static ToleranceInterval ranked(
            SampleSummary sample, double[] sorted, double coverage, double confidence, Side side) {
        int n = sorted.length;
        boolean two = side == Side.TWO;
        OrderStatistics order = two
                ? OrderStatistics.twoSided(n, coverage, confidence)
                : OrderStatistics.oneSided(n, coverage, confidence);
        boolean attained = order.rank() > 0;
        return new ToleranceInterval(
                Method.NONPARAMETRIC,
                side,
                n,
                coverage,
                confidence,
                sample.mean(),
                sample.sd(),
                Double.NaN,
                Double.NaN,
                order.rank(),
                attained && side != Side.UPPER ? sorted[order.rank() - 1] : Double.NaN,
                attained && side != Side.LOWER ? sorted[n - order.rank()] : Double.NaN,
                attained,
                order.confidence(),
                two
                        ? OrderStatistics.leastTwoSided(coverage, confidence)
                        : OrderStatistics.leastOneSided(coverage, confidence),
                attained ? List.of() : List.of(ComparabilityFlag.SAMPLE_TOO_SMALL));
    }
}
