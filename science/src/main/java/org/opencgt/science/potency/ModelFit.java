package org.opencgt.science.potency;

import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A model of several curves: free, where each curve has all parameters of its own, or parallel, where they differ in e only.
 *
 * @param vcov of the terms in their order
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ModelFit(
        String model, int df, double rss, double sigma, List<Term> coefficients, List<double[]> vcov) {

    /**
     * A parameter, named {@code b} if common to all curves, or {@code b:CURVE}.
     *
     * @param seObservedHessian NaN where not computed
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Term(String term, double estimate, double se, double lo, double hi, double seObservedHessian) {}
}
