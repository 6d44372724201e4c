package org.opencgt.science.kinetics;

/**
 * Area and first moment under one step of a curve; formulas at {@link AucRule}. Logarithmic steps between values that are
 * nearly equal are summed as series, where the closed forms lose their digits.
 */
final class Trapezoid {

    /** Below this |c2 - c1| / (c1 + c2) the logarithm of the ratio is summed as a series, which then needs six terms. */
    private static final double NEAR = 0.03;

    /** Below this |L| the moment is summed as a series. */
    private static final double SMALL = 0.5;

    private Trapezoid() {}

    static double linearArea(double t1, double c1, double t2, double c2) {
        return (t2 - t1) * (c1 + c2) / 2;
    }

    static double linearMoment(double t1, double c1, double t2, double c2) {
        return (t2 - t1) * (t1 * c1 + t2 * c2) / 2;
    }

    static double logArea(double t1, double c1, double t2, double c2) {
        return c1 == c2 ? (t2 - t1) * c1 : (t2 - t1) * (c2 - c1) / logRatio(c1, c2);
    }

    /** t1 times the area, and the moment about t1: c1 (t2 - t1)^2 times the integral of u exp(L u) over u from 0 to 1. */
    static double logMoment(double t1, double c1, double t2, double c2) {
        double dt = t2 - t1;
        double l = logRatio(c1, c2);
        return t1 * logArea(t1, c1, t2, c2)
                + dt * dt * (Math.abs(l) < SMALL ? c1 * ramp(l) : (c2 * (l - 1) + c1) / (l * l));
    }

    /** The value at {@code t} on the straight line through two samples. */
    static double linearValue(double t1, double c1, double t2, double c2, double t) {
        return c1 + (t - t1) / (t2 - t1) * (c2 - c1);
    }

    /** The value at {@code t} on the exponential through two samples. */
    static double logValue(double t1, double c1, double t2, double c2, double t) {
        return c1 * Math.exp((t - t1) / (t2 - t1) * logRatio(c1, c2));
    }

    /** ln(c2 / c1), to full relative precision also where the two are nearly equal. */
    static double logRatio(double c1, double c2) {
        double z = (c2 - c1) / (c2 + c1);
        if (Math.abs(z) >= NEAR) {
            return Math.log(c2 / c1);
        }
        double s = z * z;
        return 2 * z * (1 + s * (1.0 / 3 + s * (1.0 / 5 + s * (1.0 / 7 + s * (1.0 / 9 + s / 11)))));
    }

    /** The integral of u exp(l u) over u from 0 to 1: the sum of l^k / (k! (k + 2)). */
    private static double ramp(double l) {
        double power = 1;
        double sum = 0.5;
        for (int k = 1; k < 18; k++) {
            power *= l / k;
            sum += power / (k + 2);
        }
        return sum;
    }
}
