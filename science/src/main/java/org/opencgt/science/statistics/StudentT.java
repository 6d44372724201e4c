package org.opencgt.science.statistics;

import org.apache.commons.statistics.distribution.TDistribution;
import org.opencgt.science.Check;

/**
 * Student's t distribution.
 *
 * @param df degrees of freedom, above 0, not necessarily whole
 */
public record StudentT(double df) implements Distribution {

    public StudentT {
        Check.positive(StatisticsQuantity.DEGREES_OF_FREEDOM, df);
    }

    @Override
    public double below(double t) {
        return TDistribution.of(df).cumulativeProbability(t);
    }

    @Override
    public double above(double t) {
        return TDistribution.of(df).survivalProbability(t);
    }

    /** P(|T| &gt; |t|). */
    public double beyond(double t) {
        return 2 * above(Math.abs(t));
    }

    @Override
    public double density(double t) {
        return TDistribution.of(df).density(t);
    }

    @Override
    public double quantile(double p) {
        Distribution.probability(p);
        if (p == 0.5) {
            return 0;
        }
        TDistribution t = TDistribution.of(df);
        // On the scale of asinh the tails are exponential whatever df is.
        return Math.sinh(Inversion.solve(
                p,
                y -> t.cumulativeProbability(Math.sinh(y)),
                y -> t.survivalProbability(Math.sinh(y)),
                y -> t.density(Math.sinh(y)) * Math.cosh(y),
                asinh(Normal.quantile(p)),
                1));
    }

    /** P(T &gt; t). */
    public static double upperTail(double t, double df) {
        return Double.isNaN(t) ? Double.NaN : new StudentT(df).above(t);
    }

    /** P(|T| &gt; |t|). */
    public static double twoSided(double t, double df) {
        return Double.isNaN(t) ? Double.NaN : new StudentT(df).beyond(t);
    }

    /** The t below which T lies with a probability. */
    public static double quantile(double p, double df) {
        return new StudentT(df).quantile(p);
    }

    static double asinh(double x) {
        double size = Math.abs(x);
        double y = size > 1e8
                ? Math.log(size) + Math.log(2)
                : Math.log1p(size + size * size / (1 + Math.sqrt(1 + size * size)));
        return Math.copySign(y, x);
    }
}
