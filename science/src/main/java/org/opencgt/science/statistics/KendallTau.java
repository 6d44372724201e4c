package org.opencgt.science.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Kendall's rank correlation tau-b (Kendall 1945), by a count of exchanges in O(n log n) (Knight 1966).
 *
 * @param tau NaN if one of the variables does not vary
 * @param s concordant less discordant pairs
 * @param variance of S without association, given the ties (Kendall 1970)
 * @param p two-sided: exact without ties up to 49 pairs, else by the normal distribution of S
 * @param exact whether p is
 */
public record KendallTau(double tau, long s, double variance, double p, boolean exact) {

    private static final int MOST_EXACT = 49;

    /** Of pairs; equal values are ties. */
    public static KendallTau of(double[] x, double[] y) {
        int n = x.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((i, j) -> x[i] == x[j] ? Double.compare(y[i], y[j]) : Double.compare(x[i], x[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] byX = new double[n];
        double[] sorted = new double[n];
        for (int i = 0; i < n; i++) {
            byX[i] = x[order[i]];
            sorted[i] = y[order[i]];
        }
        Ties both = new Ties();
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && byX[to] == byX[from] && sorted[to] == sorted[from]) {
                to++;
            }
            both.add(to - from);
            from = to;
        }
        Ties ofX = Ties.in(byX);
        long exchanges = exchanges(sorted, new double[n], 0, n);
        Ties ofY = Ties.in(sorted);
        double pairs = n * (n - 1.0) / 2;
        long s = Math.round(pairs - ofX.pairs - ofY.pairs + both.pairs - 2.0 * exchanges);
        double tau = s / Math.sqrt((pairs - ofX.pairs) * (pairs - ofY.pairs));
        double m = n;
        double variance = (m * (m - 1) * (2 * m + 5) - ofX.third - ofY.third) / 18
                + (n > 2 ? ofX.second * ofY.second / (9 * m * (m - 1) * (m - 2)) : 0)
                + 2 * ofX.pairs * ofY.pairs / (m * (m - 1));
        boolean exact = n <= MOST_EXACT && ofX.pairs == 0 && ofY.pairs == 0;
        double p = Double.isNaN(tau)
                ? Double.NaN
                : exact ? exactly(n, s) : Math.min(1, 2 * Normal.below(-Math.abs(s) / Math.sqrt(variance)));
        return new KendallTau(Double.isNaN(tau) ? tau : Math.max(-1, Math.min(1, tau)), s, variance, p, exact);
    }

    /** P(|S| &ge; |s|) over all orders, by the number of their inversions. */
    private static double exactly(int n, long s) {
        int most = n * (n - 1) / 2;
        double[] chance = new double[most + 1];
        chance[0] = 1;
        for (int size = 2; size <= n; size++) {
            double[] next = new double[most + 1];
            int reach = size * (size - 1) / 2;
            double window = 0;
            for (int k = 0; k <= reach; k++) {
                window += chance[k] - (k >= size ? chance[k - size] : 0);
                next[k] = Math.max(0, window) / size;
            }
            chance = next;
        }
        int few = (int) ((most - Math.abs(s)) / 2);
        return Math.min(1, 2 * Arrays.stream(chance, 0, few + 1).sum());
    }

    /** Sorts by merging and counts how many pairs stood the wrong way round. */
    private static long exchanges(double[] a, double[] spare, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long count = exchanges(a, spare, from, middle) + exchanges(a, spare, middle, to);
        int left = from;
        int right = middle;
        for (int out = from; out < to; out++) {
            if (right >= to || (left < middle && a[left] <= a[right])) {
                spare[out] = a[left++];
            } else {
                count += middle - left;
                spare[out] = a[right++];
            }
        }
        System.arraycopy(spare, from, a, from, to - from);
        return count;
    }

    /** Sums over runs of t equal values. */
    private static final class Ties {

        private double pairs;
        private double second;
        private double third;

        static Ties in(double[] sorted) {
            Ties ties = new Ties();
            for (int from = 0; from < sorted.length; ) {
                int to = from + 1;
                while (to < sorted.length && sorted[to] == sorted[from]) {
                    to++;
                }
                ties.add(to - from);
                from = to;
            }
            return ties;
        }

        void add(double t) {
            pairs += t * (t - 1) / 2;
            second += t * (t - 1) * (t - 2);
            third += t * (t - 1) * (2 * t + 5);
        }
    }
}
