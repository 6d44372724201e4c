package org.opencgt.science.dosefinding.trial;

/** Binomial coefficients. */
final class Binomial {

    private Binomial() {}

    /** n over k: exact up to 2^53, to the last few digits beyond. */
    static double coefficient(int n, int k) {
        double coefficient = 1;
        for (int i = 1; i <= Math.min(k, n - k); i++) {
            coefficient = coefficient * (n - i + 1) / i;
        }
        return coefficient;
    }
}
