package org.opencgt.science.dosefinding.design;

import org.opencgt.science.dosefinding.BetaPosterior;
import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.Limits;

/**
 * When a dose may no longer be given. From three patients on, under uniform priors: it and all above if toxicity exceeds the
 * target with a probability above one cut-off; it alone if efficacy lies below the least acceptable with a probability above
 * another.
 *
 * @param target of toxicity
 * @param toxicityCutoff for Pr(p &gt; target | data)
 * @param leastEfficacy that is acceptable
 * @param futilityCutoff for Pr(q &lt; leastEfficacy | data)
 */
record Admissibility(double target, double toxicityCutoff, double leastEfficacy, double futilityCutoff) {

    /** Most doses; there are two bits for each. */
    static final int HALF = 31;

    private static final int FEWEST = 3;

    Admissibility {
        Limits.inside(DoseFindingQuantity.TARGET, target, 0, 1);
        Limits.inside(DoseFindingQuantity.ELIMINATION_CUTOFF, toxicityCutoff, 0, 1);
        Limits.inside(DoseFindingQuantity.LEAST_EFFICACY, leastEfficacy, 0, 1);
        Limits.inside(DoseFindingQuantity.FUTILITY_CUTOFF, futilityCutoff, 0, 1);
    }

    double toxicProbability(int patients, int dlts) {
        return BetaPosterior.uniformPrior(dlts, patients).above(target);
    }

    double futileProbability(int patients, int responses) {
        return BetaPosterior.uniformPrior(responses, patients).below(leastEfficacy);
    }

    boolean isTooToxic(int patients, int dlts) {
        return patients >= FEWEST && toxicProbability(patients, dlts) > toxicityCutoff;
    }

    boolean isFutile(int patients, int responses) {
        return patients >= FEWEST && futileProbability(patients, responses) > futilityCutoff;
    }

    /** A bit for each dose that may be given. */
    long admissible(int[] n, int[] y, int[] e) {
        long tooToxic = 1L << n.length;
        long admissible = 0;
        for (int dose = 0; dose < n.length; dose++) {
            tooToxic |= isTooToxic(n[dose], y[dose]) ? 1L << dose : 0;
            admissible |= isFutile(n[dose], e[dose]) ? 0 : 1L << dose;
        }
        return Long.lowestOneBit(tooToxic) - 1 & admissible;
    }

    /** The same as tables. Immutable. */
    static final class Tabulated {

        private final int stride;
        private final byte[] toxic;
        private final byte[] futile;

        Tabulated(Admissibility rule, int maximumPatients) {
            stride = maximumPatients + 1;
            toxic = new byte[stride * stride];
            futile = new byte[stride * stride];
            for (int n = FEWEST; n <= maximumPatients; n++) {
                for (int events = 0; events <= n; events++) {
                    toxic[n * stride + events] = (byte) (rule.isTooToxic(n, events) ? 1 : 0);
                    futile[n * stride + events] = (byte) (rule.isFutile(n, events) ? 1 : 0);
                }
            }
        }

        /** As {@link Rules#excluded}: a bit for each dose that is futile, and one for each that is too toxic in the high half. */
        long excluded(long before, int[] n, int[] y, int[] e, int dose) {
            int row = n[dose] * stride;
            long here = (long) toxic[row + y[dose]] << HALF | futile[row + e[dose]];
            return before & ~((1L << HALF | 1) << dose) | here << dose;
        }
    }

    /** A bit for each dose that may be given. */
    static long admissible(long excluded, int doses) {
        long tooToxic = excluded >>> HALF | 1L << doses;
        return Long.lowestOneBit(tooToxic) - 1 & ~excluded;
    }

    /** The highest dose of a mask below a dose, or {@link Rules#NONE}. */
    static int highestBelow(long mask, int dose) {
        long below = mask & (1L << dose) - 1;
        return below == 0 ? Rules.NONE : Long.SIZE - 1 - Long.numberOfLeadingZeros(below);
    }

    /** The lowest dose of a mask above a dose, or {@link Rules#NONE}. */
    static int lowestAbove(long mask, int dose) {
        long above = mask & -2L << dose;
        return above == 0 ? Rules.NONE : Long.numberOfTrailingZeros(above);
    }
}
