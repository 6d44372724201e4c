package org.opencgt.science.assay;

/**
 * The difference of two rates in the same n samples, (b - c)/n, where b have the first only and c the second only. Tango's score for a
 * difference &delta; is
 *
 * <pre>
 *   z = (b - c - n &delta;) / &radic;(n (2 q + &delta; (1 - &delta;)))
 * </pre>
 *
 * with q the maximum-likelihood probability of c given &delta;, the larger root of 2n q&sup2; + B q + C = 0, B = -b - c + (2n - b + c)
 * &delta;, C = -c &delta; (1 - &delta;) (Tango 1998).
 */
final class PairedRates {

    private PairedRates() {}

    static double score(int n, int b, int c, double delta) {
        double linear = -b - c + (2.0 * n - b + c) * delta;
        double constant = -c * delta * (1 - delta);
        double q = (Math.sqrt(Math.max(0, linear * linear - 8.0 * n * constant)) - linear) / (4.0 * n);
        double variance = n * (2 * q + delta * (1 - delta));
        double difference = b - c - n * delta;
        if (variance <= 1e-12 * n) {
            return difference == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, difference);
        }
        return difference / Math.sqrt(variance);
    }

    /** The difference at which the score is z (lower limit) or -z: the score falls as the difference grows. */
    static double limit(int n, int b, int c, double z, boolean upper) {
        double low = upper ? (b - c) / (double) n : -1;
        double high = upper ? 1 : (b - c) / (double) n;
        double wanted = upper ? -z : z;
        for (int step = 0; step < 200 && high - low > 1e-16; step++) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (score(n, b, c, middle) > wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + (high - low) / 2;
    }

    /** Exact, two-sided. */
    static double mcnemar(int b, int c) {
        int n = b + c;
        double chance = Math.pow(0.5, n);
        double sum = 0;
        if (chance > 0) {
            double term = chance;
            for (int k = 0; k <= Math.min(b, c); k++) {
                sum += term;
                term *= (n - k) / (k + 1.0);
            }
        } else {
            // 2^-n is no double: by logarithms
            double log = -n * Math.log(2);
            for (int k = 0; k <= Math.min(b, c); k++) {
                sum += Math.exp(log);
                log += Math.log((n - k) / (k + 1.0));
            }
        }
        return Math.min(1, 2 * sum);
    }
}
