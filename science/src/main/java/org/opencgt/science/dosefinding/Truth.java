package org.opencgt.science.dosefinding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;

/**
 * The probabilities at each dose, lowest first, under which a design is tried out.
 *
 * @param toxicity of a dose-limiting toxicity
 * @param efficacy of response, independent of toxicity within a patient; null if response plays no part
 */
public record Truth(List<Double> toxicity, @Nullable List<Double> efficacy) {

    public Truth {
        toxicity = List.copyOf(toxicity);
        efficacy = efficacy == null ? null : List.copyOf(efficacy);
        Limits.doses(toxicity.size());
        toxicity.forEach(p -> Check.fraction(DoseFindingQuantity.TRUE_TOXICITY, p));
        if (efficacy != null) {
            efficacy.forEach(p -> Check.fraction(DoseFindingQuantity.TRUE_EFFICACY, p));
            if (efficacy.size() != toxicity.size()) {
                throw Fault.of(DoseFindingFault.LENGTHS_DIFFER)
                        .with("first", DoseFindingQuantity.TRUE_TOXICITY)
                        .with("n", toxicity.size())
                        .with("second", DoseFindingQuantity.TRUE_EFFICACY)
                        .with("m", efficacy.size())
                        .asException();
            }
        }
    }

    public static Truth ofToxicity(List<Double> toxicity) {
        return new Truth(toxicity, null);
    }

    public int doses() {
        return toxicity.size();
    }

    /** The dose, from 1, whose toxicity is closest to a target; the lowest of several. */
    public int closestTo(double target) {
        int closest = 0;
        for (int dose = 1; dose < doses(); dose++) {
            if (Math.abs(toxicity.get(dose) - target) < Math.abs(toxicity.get(closest) - target)) {
                closest = dose;
            }
        }
        return closest + 1;
    }
}
