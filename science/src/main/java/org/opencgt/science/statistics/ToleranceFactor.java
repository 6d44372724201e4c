package org.opencgt.science.statistics;

import org.opencgt.science.Check;
import org.opencgt.science.Fault;

/**
 * Factors k of normal tolerance limits: mean ± k s holds at least the fraction P (coverage) of the population with the confidence
 * 1 - α, where s has f degrees of freedom.
 *
 * <pre>
 *   one-sided          k = t'(1 - α; f, z_P √n) / √n                                   (Owen 1968)
 *   two-sided, exact   ∫ φ(x) P(χ²_f > f r(x)² / k²) dx = 1 - α,
 *                      Φ(x/√n + r) - Φ(x/√n - r) = P                                   (Krishnamoorthy and Mathew 2009, 2.3)
 *   two-sided, Howe    k = z_{(1+P)/2} √(f (1 + 1/n) / χ²_{α; f})                      (Howe 1969)
 * </pre>
 *
 * @param n observations, at least 2
 * @param coverage P, between 0 and 1
 * @param confidence 1 - α, between 0 and 1
 */
public record ToleranceFactor(int n, double coverage, double confidence) {

    /** Nodes of the trapezoidal rule over x; φ(9) is below 1e-18. */
    private static final double STEP = 0.1;

    private static final int NODES = 90;

    public ToleranceFactor {
        if (n < 2) {
            throw Fault.of(StatisticsFault.TOO_FEW_VALUES)
                    .with("n", n)
                    .with("least", 2)
                    .asException();
        }
        inside(StatisticsQuantity.COVERAGE, coverage);
        inside(StatisticsQuantity.CONFIDENCE, confidence);
    }

    private static void inside(StatisticsQuantity quantity, double value) {
        Check.fraction(quantity, value);
        Check.positive(quantity, value);
        Check.positive(quantity, 1 - value);
    }

    /** For one limit, on either side. */
    public double oneSided() {
        double root = Math.sqrt(n);
        return new NonCentralT(n - 1.0, Normal.quantile(coverage) * root).quantile(confidence) / root;
    }

    /** For both limits together, exact. */
    public double twoSided() {
        double f = n - 1.0;
        double[] r2 = new double[NODES + 1];
        for (int i = 0; i <= NODES; i++) {
            double r = halfWidth(i * STEP / Math.sqrt(n));
            r2[i] = r * r;
        }
        ChiSquared chi = new ChiSquared(f);
        // On the scale of ln k; the content's probability rises with k.
        return Math.exp(Inversion.solve(
                confidence,
                y -> mean(i -> chi.above(f * r2[i] * Math.exp(-2 * y))),
                y -> mean(i -> chi.below(f * r2[i] * Math.exp(-2 * y))),
                y -> mean(i -> {
                    double x = f * r2[i] * Math.exp(-2 * y);
                    return 2 * x * chi.density(x);
                }),
                Math.log(twoSidedByHowe()),
                0.5));
    }

    /** For both limits together, Howe's approximation. */
    public double twoSidedByHowe() {
        double f = n - 1.0;
        return Normal.quantile((1 + coverage) / 2)
                * Math.sqrt(f * (1 + 1.0 / n) / new ChiSquared(f).quantile(1 - confidence));
    }

    private interface Node {
        double value(int i);
    }

    /** The mean over x of a function that is even in it. */
    private static double mean(Node node) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i <= NODES; i++) {
            double weight = (i == 0 ? 1 : 2) * Math.exp(-0.5 * i * STEP * i * STEP);
            sum += weight * node.value(i);
            weights += weight;
        }
        return sum / weights;
    }

    /** The r with Φ(m + r) - Φ(m - r) = P. */
    private double halfWidth(double m) {
        // The left side, as a function of r, is the distribution of |Z - m|.
        return Math.exp(Inversion.solve(
                coverage,
                y -> Normal.below(Math.exp(y) - m) - Normal.below(-Math.exp(y) - m),
                y -> Normal.above(Math.exp(y) - m) + Normal.below(-Math.exp(y) - m),
                y -> Math.exp(y) * (Normal.density(Math.exp(y) - m) + Normal.density(Math.exp(y) + m)),
                Math.log(Math.max(Normal.quantile((1 + coverage) / 2), m + Normal.quantile(coverage))),
                0.5));
    }
}
