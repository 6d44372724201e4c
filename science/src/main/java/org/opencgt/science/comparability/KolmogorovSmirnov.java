package org.opencgt.science.comparability;

import java.util.Arrays;

/**
 * The two-sample test of Kolmogorov and Smirnov of D = sup |F_test - F_reference|.
 *
 * <p>The exact p-value is the part of all ways of merging both samples, given which values are tied, whose D is as large (Schröer and
 * Trenkler 1995). It is summed up over the points at which a path first leaves the corridor: no subtraction, so small values keep
 * their digits. Asymptotically, with λ = D √(m n/(m + n)),
 *
 * <pre>
 *   two-sided P = 2 Σ (-1)^(k-1) exp(-2 k² λ²)      one-sided P = exp(-2 λ²)
 * </pre>
 *
 * @param d the largest distance on either side
 * @param dPlus of the test's distribution function above the reference's
 * @param dMinus below it
 * @param pExact NaN if there are too many values
 * @param ties whether values occur more than once
 */
record KolmogorovSmirnov(
        double d,
        double dPlus,
        double dMinus,
        double pExact,
        double pAsymptotic,
        double pGreaterAsymptotic,
        double pLessAsymptotic,
        boolean ties) {

    /** Beyond so many pairs the exact distribution takes longer than it is worth. */
    private static final double MOST_PAIRS = 4e7;

    static KolmogorovSmirnov of(double[] test, double[] reference) {
        double[] a = Arrays.stream(test).sorted().toArray();
        double[] b = Arrays.stream(reference).sorted().toArray();
        int m = a.length;
        int n = b.length;
        // Whether the path may be judged after so many values: not amid equal ones.
        boolean[] ends = new boolean[m + n + 1];
        long above = 0;
        long below = 0;
        boolean ties = false;
        int i = 0;
        int j = 0;
        while (i < m || j < n) {
            double value = j == n || (i < m && a[i] <= b[j]) ? a[i] : b[j];
            int from = i + j;
            while (i < m && a[i] == value) {
                i++;
            }
            while (j < n && b[j] == value) {
                j++;
            }
            ties |= i + j - from > 1;
            ends[i + j] = true;
            long gap = (long) i * n - (long) j * m;
            above = Math.max(above, gap);
            below = Math.max(below, -gap);
        }
        double pairs = (double) m * n;
        long largest = Math.max(above, below);
        double rate = Math.sqrt(pairs / (m + n));
        return new KolmogorovSmirnov(
                largest / pairs,
                above / pairs,
                below / pairs,
                pairs <= MOST_PAIRS ? exact(m, n, largest, ends) : Double.NaN,
                limit(rate * largest / pairs),
                oneSided(rate * above / pairs),
                oneSided(rate * below / pairs),
                ties);
    }

    /** The probability that a random path from (0, 0) to (m, n) has |i n - j m| ≥ gap at one of the ends. */
    private static double exact(int m, int n, long gap, boolean[] ends) {
        if (gap == 0) {
            return 1;
        }
        double left = 0;
        // inside[j]: the probability of coming to (i, j) without having left.
        double[] inside = new double[n + 1];
        for (int i = 0; i <= m; i++) {
            for (int j = 0; j <= n; j++) {
                double arriving = i == 0 && j == 0 ? 1 : 0;
                if (i > 0) {
                    arriving += inside[j] * (m - i + 1) / (m + n - i - j + 1);
                }
                if (j > 0) {
                    arriving += inside[j - 1] * (n - j + 1) / (m + n - i - j + 1);
                }
                boolean leaves = ends[i + j] && Math.abs((long) i * n - (long) j * m) >= gap;
                left += leaves ? arriving : 0;
                inside[j] = leaves ? 0 : arriving;
            }
        }
        return Math.min(1, left);
    }

    private static double oneSided(double lambda) {
        return Math.exp(-2 * lambda * lambda);
    }

    /** P(K > λ) of Kolmogorov's distribution; by its theta-transformed series where λ is small. */
    private static double limit(double lambda) {
        if (lambda <= 0) {
            return 1;
        }
        if (lambda < 1) {
            double sum = 0;
            for (int k = 1; k < 40; k += 2) {
                sum += Math.exp(-Math.pow(k * Math.PI / lambda, 2) / 8);
            }
            return 1 - Math.sqrt(2 * Math.PI) / lambda * sum;
        }
        double sum = 0;
        for (int k = 1; k < 40; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * lambda * lambda);
        }
        return sum;
    }
}
