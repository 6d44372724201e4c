package org.opencgt.science.dosefinding.design;

import org.opencgt.science.dosefinding.Decision;

/** {@link Boin12} with its tables as arrays. */
final class Boin12Rules extends Rules {

    private static final byte STAY = 0;
    private static final byte UP = 1;
    private static final byte DOWN = 2;

    private final int stride;
    private final int safePatients;
    private final int explorePatients;
    /** What toxicity alone calls for, by patients and toxicities. */
    private final byte[] toxicity;
    /** Where the outcomes of so many patients begin in {@link #desirability}. */
    private final int[] firstOfPatients;

    private final double[] desirability;
    private final Admissibility.Tabulated admissibility;
    private final BestUtility.Prepared selection;

    Boin12Rules(Boin12 design, int doses, int maximumPatients) {
        stride = maximumPatients + 1;
        safePatients = design.safePatients();
        explorePatients = design.explorePatients();
        toxicity = new byte[stride * stride];
        firstOfPatients = new int[maximumPatients + 2];
        for (int n = 0; n <= maximumPatients; n++) {
            firstOfPatients[n + 1] = firstOfPatients[n] + (n + 1) * (n + 1);
        }
        desirability = new double[firstOfPatients[maximumPatients + 1]];
        for (int n = 0; n <= maximumPatients; n++) {
            for (int y = 0; y <= n; y++) {
                Decision decision = design.toxicityDecision(n, y);
                toxicity[n * stride + y] = decision == Decision.ESCALATE ? UP : decision == Decision.STAY ? STAY : DOWN;
                for (int e = 0; e <= n; e++) {
                    desirability[firstOfPatients[n] + y * (n + 1) + e] = design.desirability(n, y, e);
                }
            }
        }
        admissibility = new Admissibility.Tabulated(design.admissibility(), maximumPatients);
        selection = new BestUtility.Prepared(
                new BestUtility(design.toxicity().target(), design.utility()), doses, maximumPatients);
    }

    private Boin12Rules(Boin12Rules other) {
        stride = other.stride;
        safePatients = other.safePatients;
        explorePatients = other.explorePatients;
        toxicity = other.toxicity;
        firstOfPatients = other.firstOfPatients;
        desirability = other.desirability;
        admissibility = other.admissibility;
        selection = other.selection.copy();
    }

    @Override
    public long excluded(long before, int[] patients, int[] dlts, int[] responses, int dose) {
        return admissibility.excluded(before, patients, dlts, responses, dose);
    }

    @Override
    public int next(
            int[] patients, int[] dlts, int[] responses, long excluded, int dose, int lastPatients, int lastDlts) {
        long admissible = Admissibility.admissible(excluded, patients.length);
        int below = Admissibility.highestBelow(admissible, dose);
        boolean staying = (admissible >>> dose & 1) != 0;
        int said = toxicity[patients[dose] * stride + dlts[dose]];
        if (said == DOWN) {
            return below != NONE ? below : staying ? dose : ABANDON;
        }
        int above = Admissibility.lowestAbove(admissible, dose);
        if (above != NONE && patients[dose] >= explorePatients && patients[above] == 0) {
            return above;
        }
        boolean mayRise = patients[dose] < safePatients || said == UP;
        int best = ABANDON;
        double most = Double.NEGATIVE_INFINITY;
        for (int candidate = 0; candidate < 3; candidate++) {
            int to = candidate == 0 ? below : candidate == 1 ? staying ? dose : NONE : mayRise ? above : NONE;
            if (to != NONE) {
                double desirable = desirability(patients[to], dlts[to], responses[to]);
                if (desirable >= most - Boin12.EQUAL) {
                    most = Math.max(most, desirable);
                    best = to;
                }
            }
        }
        return best;
    }

    @Override
    public int select(int[] patients, int[] dlts, int[] responses, long excluded) {
        return selection.select(patients, dlts, responses, Admissibility.admissible(excluded, patients.length));
    }

    @Override
    public Rules copy() {
        return new Boin12Rules(this);
    }

    private double desirability(int n, int y, int e) {
        return desirability[firstOfPatients[n] + y * (n + 1) + e];
    }
}
