package org.opencgt.science.potency;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.opencgt.science.statistics.Fieller;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How a parameter of a test curve compares with that of the reference, when each curve has its own: 90% intervals of ratio and
 * difference, so that equivalence is tested at 5% on each side (USP 1032, 3.5).
 *
 * @param lo90Fieller NaN where g is 1 or more: the reference's parameter does not differ from zero
 * @param equivalentFieller whether Fieller's interval lies within the margins
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ParameterEquivalence(
        double ratio,
        @JsonProperty("lo90_fieller") double lo90Fieller,
        @JsonProperty("hi90_fieller") double hi90Fieller,
        double g,
        @JsonProperty("lo90_delta") double lo90Delta,
        @JsonProperty("hi90_delta") double hi90Delta,
        double difference,
        double seDifference,
        @JsonProperty("lo90_diff") double lo90Diff,
        @JsonProperty("hi90_diff") double hi90Diff,
        boolean equivalentFieller) {

    static final double CONFIDENCE = 0.9;

    /**
     * Compares.
     *
     * @param covariance of the two estimates, zero for separate fits
     * @param t the quantile of 95%
     */
    static ParameterEquivalence of(
            double reference,
            double test,
            double varReference,
            double varTest,
            double covariance,
            double t,
            Margins margins) {
        Fieller fieller = Fieller.of(test, reference, varTest, covariance, varReference, t);
        double seRatio = Math.sqrt(varTest / (reference * reference)
                + test * test * varReference / Math.pow(reference, 4)
                - 2 * test * covariance / Math.pow(reference, 3));
        double seDifference = Math.sqrt(varReference + varTest - 2 * covariance);
        double difference = test - reference;
        return new ParameterEquivalence(
                fieller.ratio(),
                fieller.lower(),
                fieller.upper(),
                fieller.g(),
                fieller.ratio() - t * seRatio,
                fieller.ratio() + t * seRatio,
                difference,
                seDifference,
                difference - t * seDifference,
                difference + t * seDifference,
                margins.hold(fieller.lower(), fieller.upper()));
    }
}
