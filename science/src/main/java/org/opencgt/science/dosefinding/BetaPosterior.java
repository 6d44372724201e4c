package org.opencgt.science.dosefinding;

import org.hipparchus.special.Beta;

/**
 * A beta distribution of a probability p: what a beta prior becomes once y events have been seen in n patients,
 * beta(a + y, b + n − y).
 *
 * @param a first parameter, above 0
 * @param b second parameter, above 0
 */
public record BetaPosterior(double a, double b) {

    /** With more terms than this, the incomplete beta function is computed by its continued fraction. */
    private static final int MOST_TERMS = 200;

    public BetaPosterior {
        if (!(a > 0 && b > 0)) {
            throw new IllegalArgumentException("beta(" + a + ", " + b + ") does not exist");
        }
    }

    /** The posterior under the uniform prior beta(1, 1). */
    public static BetaPosterior uniformPrior(int events, int patients) {
        return new BetaPosterior(1.0 + events, 1.0 + patients - events);
    }

    /** Pr(p ≤ x). */
    public double below(double x) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        if (!isSum()) {
            return Beta.regularizedBeta(x, a, b);
        }
        return x <= mean() ? binomialTail((int) a, (int) b, x) : 1 - binomialTail((int) b, (int) a, 1 - x);
    }

    /** Pr(p > x), without the loss of digits that 1 − Pr(p ≤ x) would bring. */
    public double above(double x) {
        return new BetaPosterior(b, a).below(1 - x);
    }

    /** Pr(x &lt; p ≤ y). */
    public double between(double x, double y) {
        return below(y) - below(x);
    }

    public double mean() {
        return a / (a + b);
    }

    public double variance() {
        return a * b / ((a + b) * (a + b) * (a + b + 1));
    }

    /**
     * The value that p does not exceed with a probability: the root of Pr(p ≤ x) = probability, by bisection of the logarithm of
     * x, or of 1 − x where that is smaller, until neighbouring doubles enclose it.
     *
     * @param probability above 0 and below 1
     */
    public double quantile(double probability) {
        return below(0.5) >= probability ? lower(probability) : 1 - new BetaPosterior(b, a).lower(1 - probability);
    }

    /** A quantile that is at most a half. */
    private double lower(double probability) {
        double low = Math.log(Double.MIN_NORMAL);
        double high = Math.log(0.5);
        for (double middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
            if (below(Math.exp(middle)) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(high);
    }

    private boolean isSum() {
        return a == Math.rint(a) && b == Math.rint(b) && a + b <= MOST_TERMS;
    }

    /**
     * For whole a and b, Pr(p ≤ x) = Pr(at least a successes in N = a + b − 1 trials): a sum of positive terms, the largest first
     * where x is at most the mean.
     */
    private static double binomialTail(int a, int b, double x) {
        int trials = a + b - 1;
        double coefficient = 1;
        for (int i = 1; i <= Math.min(a, b - 1); i++) {
            coefficient = coefficient * (trials - i + 1) / i;
        }
        double term = coefficient * Math.pow(x, a) * Math.pow(1 - x, trials - a);
        double sum = term;
        for (int successes = a; successes < trials; successes++) {
            term *= x / (1 - x) * (trials - successes) / (successes + 1);
            sum += term;
        }
        return sum;
    }
}
