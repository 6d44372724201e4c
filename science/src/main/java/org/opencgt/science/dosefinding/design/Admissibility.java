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

    /** The same as tables, to look up which doses may be given. Immutable. */
    static final class Tabulated {

        private final int stride;
        private final boolean[] toxic;
        private final boolean[] futile;

        Tabulated(Admissibility rule, int maximumPatients) {
            stride = maximumPatients + 1;
            toxic = new boolean[stride * stride];
            futile = new boolean[stride * stride];
            for (int n = FEWEST; n <= maximumPatients; n++) {
                for (int events = 0; events <= n; events++) {
                    toxic[n * stride + events] = rule.isTooToxic(n, events);
                    futile[n * stride + events] = rule.isFutile(n, events);
                }
            }
        }

        boolean isTooToxic(int patients, int dlts) {
            return toxic[patients * stride + dlts];
        }

        /** A bit for each dose that may be given. */
        long admissible(int[] n, int[] y, int[] e) {
            long mask = 0;
            for (int dose = 0; dose < n.length; dose++) {
                int row = n[dose] * stride;
                if (toxic[row + y[dose]]) {
                    return mask;
                }
                mask |= futile[row + e[dose]] ? 0 : 1L << dose;
            }
            return mask;
        }
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
