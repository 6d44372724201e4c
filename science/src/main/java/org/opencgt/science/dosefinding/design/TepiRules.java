package org.opencgt.science.dosefinding.design;

import java.util.List;
import org.opencgt.science.dosefinding.Decision;

/** {@link Tepi} with its tables as arrays. */
final class TepiRules extends Rules {

    private static final byte STAY = 0;
    private static final byte UP = 1;
    private static final byte DOWN = 2;

    private final int stride;
    private final byte[] toxicityIntervals;
    private final byte[] efficacyIntervals;
    /** By interval of toxicity and of efficacy. */
    private final byte[] actions;

    private final int columns;
    private final Admissibility.Tabulated admissibility;
    private final BestUtility.Prepared selection;

    TepiRules(Tepi design, int doses, int maximumPatients) {
        stride = maximumPatients + 1;
        toxicityIntervals = new byte[stride * stride];
        efficacyIntervals = new byte[stride * stride];
        for (int n = 1; n <= maximumPatients; n++) {
            System.arraycopy(design.toxicityIntervals(n), 0, toxicityIntervals, n * stride, n + 1);
            System.arraycopy(design.efficacyIntervals(n), 0, efficacyIntervals, n * stride, n + 1);
        }
        columns = design.efficacyCuts().size() + 1;
        actions = coded(design.actions());
        admissibility = new Admissibility.Tabulated(design.admissibility(), maximumPatients);
        selection =
                new BestUtility.Prepared(new BestUtility(design.target(), design.utility()), doses, maximumPatients);
    }

    private TepiRules(TepiRules other) {
        stride = other.stride;
        toxicityIntervals = other.toxicityIntervals;
        efficacyIntervals = other.efficacyIntervals;
        columns = other.columns;
        actions = other.actions;
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
        int row = patients[dose] * stride;
        int action = actions[toxicityIntervals[row + dlts[dose]] * columns + efficacyIntervals[row + responses[dose]]];
        // Above a dose that is too toxic there is none.
        int above = Admissibility.lowestAbove(admissible, dose);
        int below = Admissibility.highestBelow(admissible, dose);
        boolean staying = (admissible >>> dose & 1) != 0;
        int down = below != NONE ? below : staying ? dose : ABANDON;
        int here = staying ? dose : down;
        return action == UP ? above != NONE ? above : here : action == DOWN ? down : here;
    }

    @Override
    public int select(int[] patients, int[] dlts, int[] responses, long excluded) {
        return selection.select(patients, dlts, responses, Admissibility.admissible(excluded, patients.length));
    }

    @Override
    public Rules copy() {
        return new TepiRules(this);
    }

    private byte[] coded(List<List<Decision>> rows) {
        byte[] coded = new byte[rows.size() * columns];
        for (int i = 0; i < coded.length; i++) {
            Decision action = rows.get(i / columns).get(i % columns);
            coded[i] = action == Decision.ESCALATE ? UP : action == Decision.DEESCALATE ? DOWN : STAY;
        }
        return coded;
    }
}
