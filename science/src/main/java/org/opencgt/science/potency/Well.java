package org.opencgt.science.potency;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A well with the curve's value.
 *
 * @param studentised residual over its standard error from the other wells; NaN where that does not exist
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Well(double x, double y, double fitted, double residual, double studentised, boolean outlier) {}
