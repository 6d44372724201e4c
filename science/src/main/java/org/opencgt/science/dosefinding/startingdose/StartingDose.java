package org.opencgt.science.dosefinding.startingdose;

import java.util.List;
import java.util.stream.DoubleStream;
import org.opencgt.science.Explanation;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.DoseFindingFault;

/**
 * A proposal for the first dose in people, with the way there.
 *
 * @param perKg cells per kg of body weight
 * @param cells for a person of the weight that was given
 * @param humanEquivalentPerKg the dose of animals carried over to people, before any safety factor; NaN if it rests on none
 * @param alternatives what other assumptions or data give
 * @param highlyUncertain whether the method itself is in doubt for living cells
 * @param steps of the reasoning, in order
 * @param warnings what has to be borne in mind
 */
public record StartingDose(
        double perKg,
        double cells,
        double humanEquivalentPerKg,
        List<Alternative> alternatives,
        boolean highlyUncertain,
        List<Step> steps,
        List<Explanation> warnings) {

    public StartingDose {
        alternatives = List.copyOf(alternatives);
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /** A step: what is computed, and what comes out. */
    public record Step(Explanation text, double value) {}

    /**
     * Another way to assume.
     *
     * @param exponent of scaling by weight, where it is that which differs; NaN elsewhere
     * @param perKg the starting dose then
     */
    public record Alternative(Explanation assumption, double exponent, double perKg) {}

    /** The least that the proposal and its alternatives give. */
    public double lowestPerKg() {
        return all().min().orElseThrow();
    }

    /** The most. */
    public double highestPerKg() {
        return all().max().orElseThrow();
    }

    private DoubleStream all() {
        return DoubleStream.concat(DoubleStream.of(perKg), alternatives.stream().mapToDouble(Alternative::perKg));
    }

    static void checkSafetyFactor(double factor) {
        if (!(factor >= 1 && Double.isFinite(factor))) {
            throw Fault.of(DoseFindingFault.NOT_WITHIN)
                    .with("quantity", StartingDoseQuantity.SAFETY_FACTOR)
                    .with("value", factor)
                    .with("lower", 1)
                    .with("upper", "∞")
                    .asException();
        }
    }
}
