package org.opencgt.science.potency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A model of several curves: free, where each curve has all parameters of its own, or parallel, where they differ in e only.
 *
 * @param vcov of the terms in their order
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ModelFit(String model, int df, double rss, double sigma, List<Term> coefficients, List<double[]> vcov) {

    /** The value of a curve at a dose, by the parameters common to all and its own e. */
    public double at(String curve, double dose) {
        CurveModel shape = find("g") == null ? CurveModel.FOUR_PARAMETER : CurveModel.FIVE_PARAMETER;
        double[] b = new double[shape.parameters()];
        for (int j = 0; j < b.length; j++) {
            String name = CurveModel.name(j);
            Term term = find(j == CurveModel.LOG_E ? name + ":" + curve : name);
            b[j] = term == null ? Double.NaN : term.estimate();
        }
        return shape.value(Math.log(dose), b);
    }

    private @Nullable Term find(String name) {
        return coefficients.stream()
                .filter(term -> term.term().equals(name))
                .findFirst()
                .orElse(null);
    }

    /**
     * A parameter, named {@code b} if common to all curves, or {@code b:CURVE}.
     *
     * @param seObservedHessian NaN where not computed
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Term(String term, double estimate, double se, double lo, double hi, double seObservedHessian) {}
}
