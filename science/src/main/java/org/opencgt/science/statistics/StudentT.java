package org.opencgt.science.statistics;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;

/**
 * Student's t distribution to about 14 digits. Its upper tail is I<sub>x</sub>(df/2, 1/2) / 2 with x = df / (df + t²)
 * (Abramowitz and Stegun 26.7.1), accurate also where it is small.
 */
public final class StudentT {

    private static final int MOST_STEPS = 100;

    private StudentT() {}

    /**
     * P(T &gt; t).
     *
     * @param df degrees of freedom, above zero
     */
    public static double upperTail(double t, double df) {
        Check.positive(StatisticsQuantity.DEGREES_OF_FREEDOM, df);
        if (Double.isNaN(t)) {
            return Double.NaN;
        }
        double tail = Double.isInfinite(t) ? 0 : 0.5 * Beta.regularizedBeta(df / (df + t * t), df / 2, 0.5);
        return t >= 0 ? tail : 1 - tail;
    }

    /** P(|T| &gt; |t|). */
    public static double twoSided(double t, double df) {
        return Math.min(1, 2 * upperTail(Math.abs(t), df));
    }

    /**
     * The t below which T lies with a probability: Newton's method on the tail, kept within a bracket.
     *
     * @param p above 0 and below 1
     * @throws BadInput otherwise
     */
    public static double quantile(double p, double df) {
        Check.fraction(StatisticsQuantity.PROBABILITY, p);
        Check.positive(StatisticsQuantity.PROBABILITY, p);
        Check.positive(StatisticsQuantity.PROBABILITY, 1 - p);
        Check.positive(StatisticsQuantity.DEGREES_OF_FREEDOM, df);
        if (p == 0.5) {
            return 0;
        }
        double tail = Math.min(p, 1 - p);
        double t = positive(tail, df);
        return p < 0.5 ? -t : t;
    }

    /** The t above zero with this upper tail. */
    private static double positive(double tail, double df) {
        double low = 0;
        double high = 1;
        while (upperTail(high, df) > tail) {
            low = high;
            high *= 2;
        }
        double logScale = Gamma.logGamma((df + 1) / 2) - Gamma.logGamma(df / 2) - 0.5 * Math.log(df * Math.PI);
        double t = 0.5 * (low + high);
        for (int step = 0; step < MOST_STEPS; step++) {
            double excess = upperTail(t, df) - tail;
            if (excess > 0) {
                low = t;
            } else {
                high = t;
            }
            double density = Math.exp(logScale - (df + 1) / 2 * Math.log1p(t * t / df));
            double next = t + excess / density;
            if (!(next > low && next < high)) {
                next = 0.5 * (low + high);
            }
            if (Math.abs(next - t) <= 2 * Math.ulp(t)) {
                return next;
            }
            t = next;
        }
        return t;
    }
}
