package org.opencgt.science.dosefinding.design;

import java.util.List;

/**
 * A fitted continual reassessment model.
 *
 * @param estimate of the parameter a: its posterior mean, or where likelihood is largest
 * @param variance of a in its posterior; for the maximum of likelihood, the inverse of the observed information
 * @param toxicity at each dose, with the estimate put into the model
 * @param lower lower 90% limit, with the estimate raised by 1.645 standard deviations
 * @param upper upper 90% limit
 * @param mtd the dose, from 1, whose toxicity is closest to the target
 */
public record CrmFit(
        double estimate, double variance, List<Double> toxicity, List<Double> lower, List<Double> upper, int mtd) {

    public CrmFit {
        toxicity = List.copyOf(toxicity);
        lower = List.copyOf(lower);
        upper = List.copyOf(upper);
    }
}
