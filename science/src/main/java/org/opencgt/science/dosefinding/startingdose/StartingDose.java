package org.opencgt.science.dosefinding.startingdose;

import java.util.List;
import org.opencgt.science.Explanation;

/**
 * A proposal for the first dose in people, with the way there.
 *
 * @param perKg cells per kg of body weight
 * @param cells for a person of the weight that was given
 * @param lowestPerKg the least that other plausible assumptions give
 * @param highestPerKg the most
 * @param steps of the reasoning, in order
 * @param warnings what has to be borne in mind
 */
public record StartingDose(
        double perKg,
        double cells,
        double lowestPerKg,
        double highestPerKg,
        List<Step> steps,
        List<Explanation> warnings) {

    public StartingDose {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /** A step: what is computed, and what comes out. */
    public record Step(Explanation text, double value) {}
}
