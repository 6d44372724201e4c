package org.opencgt.science.kinetics;

import org.opencgt.science.Check;

/**
 * The dose that a curve follows.
 *
 * @param amount in the unit of doses; NaN if not known
 * @param infusion how long it ran, in the unit of time; 0 for an injection
 * @param tau time to the next dose, where doses are repeated; NaN for a single dose
 */
public record Dosing(double amount, double infusion, double tau) {

    /** Nothing is known, and nothing that depends on the dose is asked for. */
    public static final Dosing NONE = new Dosing(Double.NaN, 0, Double.NaN);

    public Dosing {
        if (!Double.isNaN(amount)) {
            Check.positive(KineticsQuantity.DOSE, amount);
        }
        Check.notNegative(KineticsQuantity.INFUSION, infusion);
        if (!Double.isNaN(tau)) {
            Check.positive(KineticsQuantity.TAU, tau);
        }
    }

    /** A single injection. */
    public static Dosing of(double amount) {
        return new Dosing(amount, 0, Double.NaN);
    }

    public boolean isKnown() {
        return !Double.isNaN(amount);
    }

    public boolean isRepeated() {
        return !Double.isNaN(tau);
    }
}
