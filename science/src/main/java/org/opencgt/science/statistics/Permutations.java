package org.opencgt.science.statistics;

import java.util.List;
import org.opencgt.science.Fault;
import org.opencgt.science.Progress;
import org.opencgt.science.random.Replicates;
import org.opencgt.science.random.Xoshiro256;

/**
 * A permutation test of two groups: how often a random division of the units into groups of the same sizes gives a statistic as
 * large as that of the real one. All divisions are gone through where they are no more than asked for; otherwise the p-value is
 * (1 + hits)/(1 + divisions), which is valid for any number of them (Phipson and Smyth 2010).
 *
 * @param statistic of the real division
 * @param p probability of one at least as large
 * @param divisions that were looked at
 * @param exhaustive whether these are all that there are
 */
public record Permutations(double statistic, double p, int divisions, boolean exhaustive) {

    /** Statistics that differ by rounding are equal. */
    private static final double SAME = 1e-12;

    /** Measures how far two groups lie apart. Called from several threads. */
    @FunctionalInterface
    public interface Distance {
        /**
         * The distance.
         *
         * @param first whether each unit is in the first group
         */
        double of(boolean[] first);
    }

    /**
     * Tests a division.
     *
     * @param most divisions to look at
     * @throws InterruptedException if this thread is interrupted
     */
    public static Permutations test(
            boolean[] first, Distance distance, int most, Replicates replicates, Progress progress)
            throws InterruptedException {
        int size = 0;
        for (boolean in : first) {
            size += in ? 1 : 0;
        }
        if (size == 0 || size == first.length) {
            throw Fault.of(StatisticsFault.ONE_GROUP).asException();
        }
        double real = distance.of(first.clone());
        double least = real - SAME * Math.abs(real);
        if (choose(first.length, size) <= most) {
            int[] counts = new int[2];
            everyDivision(new boolean[first.length], 0, size, distance, least, counts);
            progress.advance(most);
            return new Permutations(real, (double) counts[0] / counts[1], counts[1], true);
        }
        int groupSize = size;
        List<Boolean> hits = replicates.run(
                most, (replicate, random) -> distance.of(division(first.length, groupSize, random)) >= least, progress);
        long found = hits.stream().filter(hit -> hit).count();
        return new Permutations(real, (1.0 + found) / (1.0 + most), most, false);
    }

    private static double choose(int n, int k) {
        double ways = 1;
        for (int i = 1; i <= k; i++) {
            ways = ways * (n - k + i) / i;
        }
        return ways;
    }

    private static void everyDivision(
            boolean[] first, int from, int left, Distance distance, double least, int[] counts) {
        if (left == 0) {
            counts[1]++;
            if (distance.of(first) >= least) {
                counts[0]++;
            }
            return;
        }
        for (int i = from; i <= first.length - left; i++) {
            first[i] = true;
            everyDivision(first, i + 1, left - 1, distance, least, counts);
            first[i] = false;
        }
    }

    private static boolean[] division(int n, int size, Xoshiro256 random) {
        boolean[] first = new boolean[n];
        // Selection sampling (Knuth, algorithm S).
        int left = size;
        for (int i = 0; left > 0; i++) {
            if ((n - i) * random.nextDouble() < left) {
                first[i] = true;
                left--;
            }
        }
        return first;
    }
}
