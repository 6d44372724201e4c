package org.opencgt.science.dosefinding.trial;

import java.util.List;
import org.opencgt.science.random.Xoshiro256;

/**
 * Draws the number of events in a cohort from the binomial distribution by inversion of one 63-bit draw. Its first eight bits find
 * the number in a guide table, or, where a cumulative probability lies among the draws that begin so, the whole draw is held
 * against the cumulative probabilities. Immutable.
 *
 * @see <a href="https://doi.org/10.1007/978-1-4613-8643-8">Devroye L. Non-uniform random variate generation. Springer 1986,
 *     III.2.4</a>
 */
final class CohortOutcomes {

    private static final int DRAW_BITS = 63;
    private static final int GUIDE_BITS = 8;
    private static final byte UNDECIDED = -1;
    /** More patients than this at a time have no guide table, whose entries are bytes. */
    private static final int GUIDED = 100;

    private final int largest;
    /** By dose, size and k: a draw above it means more than k events. */
    private final long[] thresholds;
    /** By dose, size and first bits of a draw: the number of events. */
    private final byte[] guide;

    CohortOutcomes(List<Double> probabilities, int largest) {
        this.largest = largest;
        int tables = probabilities.size() * (largest + 1);
        thresholds = new long[tables * largest];
        guide = new byte[tables << GUIDE_BITS];
        for (int dose = 0; dose < probabilities.size(); dose++) {
            for (int size = 0; size <= largest; size++) {
                tabulate(probabilities.get(dose), size, dose * (largest + 1) + size);
            }
        }
    }

    int draw(int dose, int size, Xoshiro256 random) {
        long draw = random.nextLong() >>> Long.SIZE - DRAW_BITS;
        int table = dose * (largest + 1) + size;
        int events = guide[(table << GUIDE_BITS) + (int) (draw >>> DRAW_BITS - GUIDE_BITS)];
        return events == UNDECIDED ? search(draw, size, table) : events;
    }

    private int search(long draw, int size, int table) {
        int events = 0;
        while (events < size && draw > thresholds[table * largest + events]) {
            events++;
        }
        return events;
    }

    private void tabulate(double p, int size, int table) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += Binomial.coefficient(size, k) * Math.pow(p, k) * Math.pow(1 - p, size - k);
            // A draw is at most 2^63 - 1, so that a certainty is one.
            thresholds[table * largest + k] = sum >= 1 ? Long.MAX_VALUE : (long) Math.ceil(sum * 0x1.0p63) - 1;
        }
        for (int first = 0; first < 1 << GUIDE_BITS; first++) {
            long lowest = (long) first << DRAW_BITS - GUIDE_BITS;
            long highest = lowest | (1L << DRAW_BITS - GUIDE_BITS) - 1;
            int least = search(lowest, size, table);
            boolean certain = size <= GUIDED && least == search(highest, size, table);
            guide[(table << GUIDE_BITS) + first] = certain ? (byte) least : UNDECIDED;
        }
    }
}
