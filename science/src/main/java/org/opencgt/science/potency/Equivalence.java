package org.opencgt.science.potency;

import java.util.Map;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Parallelism by equivalence: the shape parameters of a test curve within margins of the reference's.
 *
 * @param parameters by name
 * @param equivalent whether all are
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Equivalence(
        double lowerMargin, double upperMargin, Map<String, ParameterEquivalence> parameters, boolean equivalent) {

    static Equivalence of(Margins margins, Map<String, ParameterEquivalence> parameters) {
        return new Equivalence(
                margins.lower(),
                margins.upper(),
                parameters,
                parameters.values().stream().allMatch(ParameterEquivalence::equivalentFieller));
    }
}
