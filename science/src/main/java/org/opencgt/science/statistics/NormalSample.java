package org.opencgt.science.statistics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.numbers.gamma.GammaRatio;
import org.opencgt.science.Fault;

/**
 * What to expect of samples of n from a standard normal distribution, for estimating σ from ranges and standard deviations.
 *
 * <pre>
 *   d2 = E(range) = ∫ 1 - Φ(x)^n - (1 - Φ(x))^n dx
 *   d3 = SD(range),  E(range²) = ∫_0^∞ 2 w P(range > w) dw,  P(range ≤ w) = n ∫ φ(x) (Φ(x + w) - Φ(x))^(n-1) dx
 *   c4 = E(s) = √(2/(n-1)) Γ(n/2) / Γ((n-1)/2)
 * </pre>
 *
 * @see <a href="https://doi.org/10.1093/biomet/17.3-4.364">Tippett LHC. On the extreme individuals and the range of samples taken from
 *     a normal population. Biometrika 1925;17:364</a>
 */
public final class NormalSample {

    /** Larger samples are not judged by their range. */
    public static final int LARGEST = 1000;

    /** The integrands are analytic, so the trapezoidal rule with this step is exact to rounding. */
    private static final double STEP = 0.1;

    private static final double END = 9;

    /** Integrals that were needed before; at most {@link #LARGEST}. */
    private static final Map<Integer, Double> MEAN_RANGES = new ConcurrentHashMap<>();

    private static final Map<Integer, Double> SD_RANGES = new ConcurrentHashMap<>();
    private static final double LEAST_LOG_RANGE = -20;

    private NormalSample() {}

    /** d2, the mean of the range of n. */
    public static double meanRange(int n) {
        check(n);
        return n == 2 ? 2 / Math.sqrt(Math.PI) : MEAN_RANGES.computeIfAbsent(n, NormalSample::integratedMeanRange);
    }

    private static double integratedMeanRange(int n) {
        double sum = 0;
        for (double x = -END; x <= END; x += STEP) {
            sum += -Math.expm1(n * Math.log1p(-Normal.above(x))) - Math.pow(Normal.above(x), n);
        }
        return sum * STEP;
    }

    /** d3, the standard deviation of the range of n. */
    public static double sdRange(int n) {
        check(n);
        return n == 2 ? Math.sqrt(2 - 4 / Math.PI) : SD_RANGES.computeIfAbsent(n, NormalSample::integratedSdRange);
    }

    private static double integratedSdRange(int n) {
        double mean = meanRange(n);
        double square = 0;
        // By w = e^t, after which the integrand is analytic and falls off at both ends.
        for (double t = LEAST_LOG_RANGE; t <= Math.log(2 * END); t += STEP) {
            double w = Math.exp(t);
            double inside = 0;
            for (double x = -END - w; x <= END; x += STEP) {
                inside += Normal.density(x) * Math.pow(between(x, x + w), n - 1.0);
            }
            square += 2 * w * w * (1 - n * inside * STEP);
        }
        return Math.sqrt(square * STEP - mean * mean);
    }

    /** c4, the mean of the standard deviation of n. */
    public static double meanSd(int n) {
        check(Math.min(n, LARGEST)); // a standard deviation has no largest n
        return Math.sqrt(2 / (n - 1.0)) / GammaRatio.delta((n - 1) / 2.0, 0.5);
    }

    private static double between(double low, double high) {
        return low > 0 ? Normal.above(low) - Normal.above(high) : Normal.below(high) - Normal.below(low);
    }

    private static void check(int n) {
        if (n < 2) {
            throw Fault.of(StatisticsFault.TOO_FEW_VALUES)
                    .with("n", n)
                    .with("least", 2)
                    .asException();
        }
        if (n > LARGEST) {
            throw Fault.of(StatisticsFault.SUBGROUP_TOO_LARGE)
                    .with("n", n)
                    .with("most", LARGEST)
                    .asException();
        }
    }
}
