package org.opencgt.science.assay;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.Normal;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Passing and Bablok's regression in the convention of the package mcr, for who has to reproduce its figures: slopes of -1 stay among
 * the others and count half into the offset, C is rounded before it is halved, and a rank between two slopes takes their mean, either as
 * angles or as tangents. Slopes are compared with -1 without tolerance, so decimal ties fall on either side; {@link PassingBablok} is
 * the method as published. Memory and time grow with n&sup2;.
 *
 * @param nAngles slopes between points that differ
 * @param offset slopes below -1 plus slopes of at most -1: twice Passing and Bablok's K where none is -1
 * @param slopeLower minus infinity, {@code slopeUpper} plus infinity, beyond all slopes
 */
@JsonNaming(SnakeCaseStrategy.class)
public record PairAngles(
        int n,
        int missing,
        double confidence,
        Averaging averaging,
        double intercept,
        double interceptLower,
        double interceptUpper,
        double slope,
        double slopeLower,
        double slopeUpper,
        int nAngles,
        int offset,
        @JsonProperty("C_rounded") long c,
        List<AssayFlag> flags)
        implements Result {

    private static final int MOST = 5000;
    private static final double SAME = 1e-12;

    /** What is averaged between two ranks. */
    public enum Averaging {
        RADIAN,
        TANGENT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Fits.
     *
     * @throws BadInput if there are fewer than four pairs or more than 5000, or results of a method are all alike
     */
    public static PairAngles of(Pairs pairs, double confidence, Averaging averaging) {
        Check.fraction(AssayQuantity.CONFIDENCE, confidence);
        pairs.require(4);
        pairs.requireSpread();
        int n = pairs.n();
        if (n > MOST) {
            throw Fault.of(AssayFault.TOO_MANY_PAIRS)
                    .with("n", n)
                    .with("most", MOST)
                    .asException();
        }
        double[] x = pairs.x();
        double[] y = pairs.y();
        double[] slopes = new double[n * (n - 1) / 2];
        int count = 0;
        int atMost = 0;
        int below = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double dx = difference(x[j], x[i]);
                double dy = difference(y[j], y[i]);
                if (dx != 0 || dy != 0) {
                    double slope = dx == 0 ? Double.POSITIVE_INFINITY : dy / dx;
                    double angle = Math.atan(slope);
                    slopes[count++] = averaging == Averaging.RADIAN ? angle : slope;
                    atMost += angle <= -Math.PI / 4 ? 1 : 0;
                    below += angle < -Math.PI / 4 ? 1 : 0;
                }
            }
        }
        double[] sorted = Arrays.copyOf(slopes, count);
        Arrays.sort(sorted);
        int offset = atMost + below;
        if (count < 2 || offset > count) {
            throw Fault.of(AssayFault.NO_CORRELATION).asException();
        }
        double exact = Normal.quantile((1 + confidence) / 2) * Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18);
        long c = (long) Math.rint(exact);
        double slope = atHalf(sorted, count + offset, averaging);
        long low = count - c + offset;
        long high = count + c + offset;
        double lower = low < 2L * (atMost - below) + 1 ? Double.NEGATIVE_INFINITY : atHalf(sorted, low, averaging);
        double upper = high > 2L * count - 1 ? Double.POSITIVE_INFINITY : atHalf(sorted, high, averaging);
        List<AssayFlag> flags = new ArrayList<>();
        if (Double.isInfinite(lower) || Double.isInfinite(upper)) {
            flags.add(AssayFlag.UNBOUNDED);
        }
        return new PairAngles(
                n,
                pairs.missing(),
                confidence,
                averaging,
                intercept(x, y, slope),
                Double.isInfinite(upper) ? Double.NEGATIVE_INFINITY : intercept(x, y, upper),
                Double.isInfinite(lower) ? Double.POSITIVE_INFINITY : intercept(x, y, lower),
                slope,
                lower,
                upper,
                count,
                offset,
                c,
                flags);
    }

    /** Zero for what differs by rounding only. */
    private static double difference(double one, double other) {
        double difference = one - other;
        return Math.abs(difference) <= SAME * Math.max(Math.abs(one), Math.abs(other)) ? 0 : difference;
    }

    /** The slope at half a rank from 1: between two slopes if {@code twice} is even. */
    private static double atHalf(double[] sorted, long twice, Averaging averaging) {
        int half = (int) ((twice + 1) / 2);
        double own = sorted[half - 1];
        if (twice % 2 == 0 && sorted[half] != own) {
            own = (own + sorted[half]) / 2;
        }
        return averaging == Averaging.RADIAN ? Math.tan(own) : own;
    }

    private static double intercept(double[] x, double[] y, double slope) {
        return Medians.median(IntStream.range(0, x.length)
                .mapToDouble(i -> y[i] - slope * x[i])
                .toArray());
    }
}
