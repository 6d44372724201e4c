package org.opencgt.science.assay;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.Normal;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Regression of two methods without assumptions on their errors (Passing and Bablok 1983, J Clin Chem Clin Biochem 21:709): the
 * median of the slopes between all pairs of points, shifted by the number K of slopes below -1. Slopes of -1 and of equal points
 * are left out; vertical ones are plus infinity. With N slopes and C = z sqrt(n(n-1)(2n+5)/18), the limits are the slopes of
 * ranks M1 + K and M2 + K, M1 = (N - C)/2 rounded, M2 = N - M1 + 1. The intercept is the median of y - slope x. The cost is O(n
 * log n).
 *
 * @param nSlopes N
 * @param offsetK K
 * @param slopeUpper infinite where the limit is a vertical line; NaN where a limit lies beyond all slopes
 */
@JsonNaming(SnakeCaseStrategy.class)
public record PassingBablok(
        int n,
        int missing,
        double confidence,
        double intercept,
        double interceptLower,
        double interceptUpper,
        double slope,
        double slopeLower,
        double slopeUpper,
        long nSlopes,
        @JsonProperty("offset_K") long offsetK,
        @JsonProperty("slopes_equal_minus1") long slopesEqualMinusOne,
        long slopesUndefined,
        @JsonProperty("C") double c,
        @JsonProperty("M1") long m1,
        @JsonProperty("M2") long m2,
        Cusum cusumLinearity,
        List<AssayFlag> flags)
        implements Result {

    private static final double SIGNIFICANT = 0.05;
    /** Fewer samples than guidelines on method comparison ask for. */
    private static final int ENOUGH = 30;

    /**
     * The test of linearity: points above and below the line in their order along it, summed up; under linearity max|sum| / sqrt(below
     * + 1) follows Kolmogorov's distribution.
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Cusum(
            int nAbove,
            int nBelow,
            double maxCusum,
            @JsonProperty("H") double h,
            double pKolmogorov) {}

    /**
     * Fits.
     *
     * @throws BadInput if there are fewer than four pairs, or results of a method are all alike
     */
    public static PassingBablok of(Pairs pairs, double confidence) {
        Check.fraction(AssayQuantity.CONFIDENCE, confidence);
        pairs.require(4);
        pairs.requireSpread();
        int n = pairs.n();
        PairSlopes slopes = new PairSlopes(pairs.x(), pairs.y());
        long count = slopes.size();
        long k = slopes.belowMinusOne();
        if (count < 2 || k > count / 2) {
            throw Fault.of(AssayFault.NO_CORRELATION).asException();
        }
        double slope;
        if (count % 2 == 1) {
            slope = shifted(slopes, (count + 1) / 2, k);
        } else {
            // the two middle ranks, of which the upper one may lie beyond all slopes
            slope = count / 2 + 1 + k > slopes.size() ? Double.NaN : mean(slopes.select(count / 2, count / 2 + 1));
        }
        double c = Normal.quantile((1 + confidence) / 2) * Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18);
        long m1 = (long) Math.rint((count - c) / 2);
        long m2 = count - m1 + 1;
        double lower = shifted(slopes, m1, k);
        double upper = shifted(slopes, m2, k);
        double intercept = intercept(pairs, slope);
        List<AssayFlag> flags = new ArrayList<>();
        if (!Double.isFinite(lower) || !Double.isFinite(upper)) {
            flags.add(AssayFlag.UNBOUNDED);
        }
        if (n < ENOUGH) {
            flags.add(AssayFlag.FEW_SAMPLES);
        }
        Cusum cusum = cusum(pairs, slope, intercept);
        if (cusum.pKolmogorov() < SIGNIFICANT && cusum.nAbove() + cusum.nBelow() > 0) {
            flags.add(AssayFlag.NOT_LINEAR);
        }
        return new PassingBablok(
                n,
                pairs.missing(),
                confidence,
                intercept,
                Double.isFinite(upper) ? intercept(pairs, upper) : Double.NaN,
                Double.isFinite(lower) ? intercept(pairs, lower) : Double.NaN,
                slope,
                lower,
                upper,
                count,
                k,
                slopes.equalToMinusOne(),
                slopes.undefined(),
                c,
                m1,
                m2,
                cusum,
                flags);
    }

    /** The slope of an ordinary rank with the offset, which is its rank from just above -1; NaN beyond all of them. */
    private static double shifted(PairSlopes slopes, long rank, long k) {
        return rank < 1 || rank + k > slopes.size() ? Double.NaN : slopes.select(rank, rank)[0];
    }

    private static double mean(double[] two) {
        return two[0] == two[1] ? two[0] : (two[0] + two[1]) / 2;
    }

    private static double intercept(Pairs pairs, double slope) {
        return Medians.median(IntStream.range(0, pairs.n())
                .mapToDouble(i -> pairs.y()[i] - slope * pairs.x()[i])
                .toArray());
    }

    private static Cusum cusum(Pairs pairs, double slope, double intercept) {
        int n = pairs.n();
        double[] residual = new double[n];
        double size = 0;
        for (int i = 0; i < n; i++) {
            residual[i] = pairs.y()[i] - intercept - slope * pairs.x()[i];
            size = Math.max(size, Math.abs(pairs.y()[i]));
        }
        int above = 0;
        int below = 0;
        for (int i = 0; i < n; i++) {
            if (Math.abs(residual[i]) <= 1e-12 * size) {
                residual[i] = 0;
            }
            above += residual[i] > 0 ? 1 : 0;
            below += residual[i] < 0 ? 1 : 0;
        }
        if (above == 0 || below == 0) {
            return new Cusum(above, below, 0, 0, 1);
        }
        double up = Math.sqrt((double) below / above);
        double down = -Math.sqrt((double) above / below);
        double[] along = new double[n];
        double length = Math.sqrt(1 + 1 / (slope * slope));
        for (int i = 0; i < n; i++) {
            along[i] = (pairs.y()[i] + pairs.x()[i] / slope - intercept) / length;
        }
        int[] order = PairSlopes.order(along);
        double sum = 0;
        double most = 0;
        for (int i : order) {
            sum += residual[i] > 0 ? up : residual[i] < 0 ? down : 0;
            most = Math.max(most, Math.abs(sum));
        }
        double h = most / Math.sqrt(below + 1.0);
        return new Cusum(above, below, most, h, kolmogorov(h));
    }

    /** P(K &gt; h) of Kolmogorov's distribution. */
    private static double kolmogorov(double h) {
        if (h < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int i = 1; i <= 100; i++) {
            double term = 2 * (i % 2 == 1 ? 1 : -1) * Math.exp(-2.0 * i * i * h * h);
            sum += term;
            if (Math.abs(term) < 1e-18) {
                break;
            }
        }
        return Math.max(0, Math.min(1, sum));
    }
}
