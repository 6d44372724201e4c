package org.opencgt.science.dosefinding.design;

import java.util.List;
import java.util.Objects;
import org.opencgt.science.dosefinding.Truth;

/** The dose that ought to be found by a design that looks at efficacy. */
final class Ideal {

    private Ideal() {}

    /** From 1: the highest mean utility among the doses up to the one whose toxicity is closest to the target. */
    static int ofUtility(Truth truth, double target, Utility utility) {
        List<Double> efficacy = Objects.requireNonNull(truth.efficacy());
        int best = 0;
        for (int dose = 1; dose < truth.closestTo(target); dose++) {
            if (mean(truth, efficacy, utility, dose) > mean(truth, efficacy, utility, best)) {
                best = dose;
            }
        }
        return best + 1;
    }

    private static double mean(Truth truth, List<Double> efficacy, Utility utility, int dose) {
        return utility.mean(truth.toxicity().get(dose), efficacy.get(dose));
    }
}
