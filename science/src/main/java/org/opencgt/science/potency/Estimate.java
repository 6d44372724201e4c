package org.opencgt.science.potency;

import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A row of a fit: a parameter or an effective dose. Limits of e and of effective doses come from the logarithm.
 *
 * @param term b, c, d, e, g, or ED50 and so on
 * @param se of the estimate itself
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Estimate(String term, double estimate, double se, double lower, double upper) implements Result {}
