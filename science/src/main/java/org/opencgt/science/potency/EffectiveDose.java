package org.opencgt.science.potency;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The dose at which a curve has gone p% of the way from d to c, by the delta method on the logarithm and on the dose itself.
 *
 * @param p per cent
 */
@JsonNaming(SnakeCaseStrategy.class)
public record EffectiveDose(
        double p,
        double ed,
        double logEd,
        double seLog,
        double loLogDelta,
        double hiLogDelta,
        double seDelta,
        double loDelta,
        double hiDelta) {}
