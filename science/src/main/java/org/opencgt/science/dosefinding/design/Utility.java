package org.opencgt.science.dosefinding.design;

import java.util.List;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.DoseFindingFault;
import org.opencgt.science.dosefinding.DoseFindingQuantity;
import org.opencgt.science.dosefinding.Limits;

/**
 * What an outcome of a patient is worth, from 0 to 100. The worth of response must not depend on toxicity, so that the numbers of
 * toxicities and of responses tell the utility of a dose: u1 + u4 = u2 + u3.
 *
 * @param response u1, response without toxicity
 * @param neither u2, no response, no toxicity
 * @param both u3, response with toxicity
 * @param toxicity u4, toxicity without response
 */
public record Utility(double response, double neither, double both, double toxicity) {

    private static final double EQUAL = 1e-9;

    public Utility {
        for (double value : new double[] {response, neither, both, toxicity}) {
            Limits.within(DoseFindingQuantity.UTILITY, value, 0, 100);
        }
        boolean ordered = response >= neither && response >= both && neither >= toxicity && both >= toxicity;
        if (!ordered || response == toxicity) {
            throw Fault.of(DoseFindingFault.UTILITY_ORDER).asException();
        }
        if (Math.abs(response + toxicity - neither - both) > EQUAL) {
            throw Fault.of(DoseFindingFault.UTILITY_NOT_ADDITIVE)
                    .with("outer", response + toxicity)
                    .with("inner", neither + both)
                    .asException();
        }
    }

    /** 100, 40, 60, 0. */
    public static Utility usual() {
        return new Utility(100, 40, 60, 0);
    }

    /** The mean utility where toxicity and response have these probabilities. */
    public double mean(double toxic, double responding) {
        return toxicity + (both - toxicity) * responding + (neither - toxicity) * (1 - toxic);
    }

    /** u1, u2, u3, u4. */
    List<Double> values() {
        return List.of(response, neither, both, toxicity);
    }
}
