package org.opencgt.science.dosefinding.calendar;

import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.DoseFindingFault;
import org.opencgt.science.dosefinding.DoseFindingQuantity;

/**
 * What can become of a patient's product between collection and infusion. A product that holds less than the assigned dose is given
 * as the dose below; at the lowest dose it is not given. In both cases, and where no product can be made, somebody else takes the
 * place in the cohort.
 *
 * @param days from assignment to infusion
 * @param notMade probability that no product can be made
 * @param belowDose probability that it holds less than the assigned dose
 */
public record Manufacturing(double days, double notMade, double belowDose) {

    /** The product is there at once, and always as it should be. */
    public static final Manufacturing PERFECT = new Manufacturing(0, 0, 0);

    public Manufacturing {
        Check.notNegative(DoseFindingQuantity.MANUFACTURING_DAYS, days);
        Check.fraction(DoseFindingQuantity.NOT_MADE, notMade);
        Check.fraction(DoseFindingQuantity.BELOW_DOSE, belowDose);
        if (notMade + belowDose >= 1) {
            throw Fault.of(DoseFindingFault.NO_PRODUCT_EVER)
                    .with("notMade", notMade)
                    .with("belowDose", belowDose)
                    .asException();
        }
    }
}
