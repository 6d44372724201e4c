package org.opencgt.science.dosefinding.administration;

import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.cells.CountedCells;

/**
 * A dose as it came out, held against the protocol: viable transgene-positive cells, per kg, per m² or in all.
 *
 * @param cells as counted
 * @param size of the person in the unit's measure: kg, m², or 1 for cells in all
 * @param range what the protocol allows
 */
public record ActualDose(CountedCells cells, double size, Range range) {

    public ActualDose {
        Check.positive(AdministrationQuantity.BODY_SIZE, size);
    }

    /**
     * What the protocol allows around its target.
     *
     * @param target NaN if there is none
     * @param lowest least that is allowed
     * @param highest most that is allowed
     */
    public record Range(double target, double lowest, double highest) {

        public Range {
            if (!Double.isNaN(target)) {
                Check.positive(AdministrationQuantity.TARGET_DOSE, target);
            }
            Check.notNegative(AdministrationQuantity.LOWEST_DOSE, lowest);
            if (!(highest >= lowest)) {
                throw Fault.of(AdministrationFault.RANGE)
                        .with("lowest", lowest)
                        .with("highest", highest)
                        .asException();
            }
            if (target < lowest || target > highest) {
                throw Fault.of(AdministrationFault.TARGET_OUTSIDE)
                        .with("lowest", lowest)
                        .with("highest", highest)
                        .with("target", target)
                        .asException();
            }
        }

        /** Within a fraction of the target on both sides. */
        public static Range within(double target, double tolerance) {
            Check.fraction(AdministrationQuantity.TOLERANCE, tolerance);
            Check.positive(AdministrationQuantity.TARGET_DOSE, target);
            return new Range(target, target * (1 - tolerance), target * (1 + tolerance));
        }
    }

    /** Viable transgene-positive cells per unit of size. */
    public double dose() {
        return cells.positiveCells() / size;
    }

    /** The dose in percent of the target; NaN without a target. */
    public double percentOfTarget() {
        return 100 * dose() / range.target();
    }

    public boolean isWithin() {
        return dose() >= range.lowest() && dose() <= range.highest();
    }

    /** The volume in mL that holds the target dose; NaN if there are not enough cells, or volume or target are not known. */
    public double volumeForTargetMl() {
        return Double.isNaN(range.target()) ? Double.NaN : cells.volumeHolding(range.target() * size);
    }
}
