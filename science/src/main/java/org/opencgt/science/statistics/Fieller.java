package org.opencgt.science.statistics;

/**
 * The confidence interval of a ratio a/b of two normal estimates by Fieller's theorem (Fieller 1954, JRSS B 16:175): all
 * values rho for which a - rho b does not differ from zero,
 *
 * <pre>
 *   (a - rho b)^2 &lt;= t^2 (v_aa - 2 rho v_ab + rho^2 v_bb),        g = t^2 v_bb / b^2
 * </pre>
 *
 * <p>With g &lt; 1 this is an interval. Otherwise the denominator does not differ from zero, and the set is not bounded: the
 * limits are NaN.
 *
 * @param ratio a/b
 * @param g how uncertain the denominator is
 * @param lower NaN if unbounded
 * @param upper NaN if unbounded
 */
public record Fieller(double ratio, double g, double lower, double upper) {

    /**
     * The interval.
     *
     * @param a numerator
     * @param b denominator
     * @param vaa variance of a
     * @param vab covariance
     * @param vbb variance of b
     * @param quantile t or normal, two-sided
     */
    public static Fieller of(double a, double b, double vaa, double vab, double vbb, double quantile) {
        double ratio = a / b;
        double t2 = quantile * quantile;
        double g = t2 * vbb / (b * b);
        if (!(g < 1)) {
            return new Fieller(ratio, g, Double.NaN, Double.NaN);
        }
        double centre = a * b - t2 * vab;
        double square = b * b - t2 * vbb;
        // centre^2 - square (a^2 - t^2 v_aa), arranged so that nothing of the size of (ab)^2 cancels
        double under = t2 * (vaa * b * b - 2 * vab * a * b + vbb * a * a) - t2 * t2 * (vaa * vbb - vab * vab);
        double half = Math.sqrt(Math.max(0, under));
        return new Fieller(ratio, g, (centre - half) / square, (centre + half) / square);
    }

    public boolean isBounded() {
        return g < 1;
    }
}
