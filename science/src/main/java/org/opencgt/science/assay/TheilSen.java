package org.opencgt.science.assay;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.KendallTau;
import org.opencgt.science.statistics.Normal;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The line whose slope is the median of the slopes between all pairs of points (Theil 1950; Sen 1968); pairs of equal x are left out.
 * Errors are in y only: the line of y on x is not that of x on y. With N slopes and C = z &radic;Var(S), S being Kendall's, the limits are
 * the slopes of ranks (N - C)/2 and (N + C)/2 + 1, the lower rank rounded down and the upper one up. The intercept is the median of y -
 * slope x. The cost is O(n log n).
 *
 * @param kendall tau-b of x and y
 * @param kendallP of no association, two-sided
 * @param slopeLower NaN where a limit lies beyond all slopes
 */
@JsonNaming(SnakeCaseStrategy.class)
public record TheilSen(
        int n,
        int missing,
        double confidence,
        double intercept,
        double slope,
        double slopeLower,
        double slopeUpper,
        long nSlopes,
        double kendall,
        double kendallP,
        List<AssayFlag> flags)
        implements Result {

    private static final int ENOUGH = 30;

    /**
     * Fits.
     *
     * @throws BadInput if there are fewer than three pairs, or values of a column are all alike
     */
    public static TheilSen of(Pairs pairs, double confidence) {
        Check.fraction(AssayQuantity.CONFIDENCE, confidence);
        pairs.require(3);
        pairs.requireSpread();
        PairSlopes slopes = PairSlopes.overX(pairs.x(), pairs.y());
        long count = slopes.size();
        if (count < 2) {
            throw Fault.of(AssayFault.NO_CORRELATION).asException();
        }
        double[] middle = slopes.select((count + 1) / 2, count / 2 + 1);
        double slope = middle[0] == middle[middle.length - 1]
                ? middle[0]
                : middle[0] + (middle[middle.length - 1] - middle[0]) / 2;
        KendallTau kendall = KendallTau.of(pairs.x(), pairs.y());
        double c = Normal.quantile((1 + confidence) / 2) * Math.sqrt(kendall.variance());
        long low = (long) Math.floor((count - c) / 2);
        long high = (long) Math.ceil((count + c) / 2) + 1;
        List<AssayFlag> flags = new ArrayList<>();
        if (low < 1 || high > count) {
            flags.add(AssayFlag.UNBOUNDED);
        }
        if (pairs.n() < ENOUGH) {
            flags.add(AssayFlag.FEW_SAMPLES);
        }
        return new TheilSen(
                pairs.n(),
                pairs.missing(),
                confidence,
                Medians.median(IntStream.range(0, pairs.n())
                        .mapToDouble(i -> pairs.y()[i] - slope * pairs.x()[i])
                        .toArray()),
                slope,
                low < 1 ? Double.NaN : slopes.select(low, low)[0],
                high > count ? Double.NaN : slopes.select(high, high)[0],
                count,
                kendall.tau(),
                kendall.p(),
                flags);
    }
}
