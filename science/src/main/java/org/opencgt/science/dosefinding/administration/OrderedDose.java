package org.opencgt.science.dosefinding.administration;

import java.util.List;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;

/**
 * The cells to order for a person: dose × size of the body, but never more than allowed, in one or several infusions.
 *
 * @param dose viable transgene-positive cells per unit of size
 * @param size of the person in that unit: kg, m², or 1 for cells in all
 * @param cap largest size that counts; infinite if the protocol knows none
 * @param most never more cells than this; infinite if the protocol knows no such limit
 * @param fractions of the whole dose, infusion by infusion; 1 for a single one
 */
public record OrderedDose(double dose, double size, double cap, double most, List<Double> fractions) {

    private static final double ROUNDING = 1e-9;

    public OrderedDose {
        Check.positive(AdministrationQuantity.TARGET_DOSE, dose);
        Check.positive(AdministrationQuantity.BODY_SIZE, size);
        positive(AdministrationQuantity.CAP, cap);
        positive(AdministrationQuantity.MOST_CELLS, most);
        fractions = List.copyOf(fractions);
        double sum = 0;
        for (double fraction : fractions) {
            sum += Check.fraction(
                    AdministrationQuantity.DOSE_FRACTION,
                    Check.positive(AdministrationQuantity.DOSE_FRACTION, fraction));
        }
        if (Math.abs(sum - 1) > ROUNDING) {
            throw Fault.of(AdministrationFault.FRACTIONS_NOT_WHOLE)
                    .with("sum", sum)
                    .asException();
        }
    }

    /** The size that counts. */
    public double countedSize() {
        return Math.min(size, cap);
    }

    /** Whether the person or the dose is larger than what the protocol lets count. */
    public boolean isCapped() {
        return size > cap || dose * countedSize() > most;
    }

    /** Viable transgene-positive cells in all infusions together. */
    public double cells() {
        return Math.min(dose * countedSize(), most);
    }

    /** By infusion. */
    public List<Double> infusions() {
        return fractions.stream().map(fraction -> fraction * cells()).toList();
    }

    private static void positive(AdministrationQuantity quantity, double limit) {
        if (limit != Double.POSITIVE_INFINITY) {
            Check.positive(quantity, limit);
        }
    }
}
