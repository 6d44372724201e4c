package org.opencgt.science.statistics;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/** The standard normal distribution. */
public final class Normal {

    private static final double ROOT_TWO = Math.sqrt(2);
    private static final double PEAK = 1 / Math.sqrt(2 * Math.PI);

    private Normal() {}

    /** Φ(z). */
    public static double below(double z) {
        return 0.5 * Erfc.value(-z / ROOT_TWO);
    }

    /** 1 - Φ(z). */
    public static double above(double z) {
        return 0.5 * Erfc.value(z / ROOT_TWO);
    }

    /** φ(z). */
    public static double density(double z) {
        return PEAK * Math.exp(-0.5 * z * z);
    }

    /**
     * The z with Φ(z) = p.
     *
     * @throws org.opencgt.science.BadInput unless 0 &lt; p &lt; 1
     */
    public static double quantile(double p) {
        Distribution.probability(p);
        return p <= 0.5 ? -ROOT_TWO * InverseErfc.value(2 * p) : ROOT_TWO * InverseErfc.value(2 * (1 - p));
    }
}
