package org.opencgt.science.dosefinding.trial;

import java.util.List;
import org.opencgt.science.random.Xoshiro256;

/**
 * Draws the number of events in a cohort from the binomial distribution by inversion: one 64-bit draw is held against the
 * cumulative probabilities, tabulated for each dose and size of cohort. Immutable.
 */
final class CohortOutcomes {

    private static final double TWO_TO_63 = 0x1.0p63;

    private final int largest;
    /** By dose and size: a draw of 63 bits above the k-th entry means more than k events. */
    private final long[][] thresholds;

    CohortOutcomes(List<Double> probabilities, int largest) {
        this.largest = largest;
        this.thresholds = new long[probabilities.size() * (largest + 1)][];
        for (int dose = 0; dose < probabilities.size(); dose++) {
            for (int size = 0; size <= largest; size++) {
                thresholds[dose * (largest + 1) + size] = thresholds(probabilities.get(dose), size);
            }
        }
    }

    int draw(int dose, int size, Xoshiro256 random) {
        long draw = random.nextLong() >>> 1;
        int events = 0;
        for (long threshold : thresholds[dose * (largest + 1) + size]) {
            events += draw > threshold ? 1 : 0;
        }
        return events;
    }

    private static long[] thresholds(double p, int size) {
        long[] cumulative = new long[size];
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += Binomial.coefficient(size, k) * Math.pow(p, k) * Math.pow(1 - p, size - k);
            cumulative[k] = sum >= 1 ? Long.MAX_VALUE : (long) Math.ceil(sum * TWO_TO_63) - 1;
        }
        return cumulative;
    }
}
