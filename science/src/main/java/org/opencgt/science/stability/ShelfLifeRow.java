package org.opencgt.science.stability;

import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The line of a batch in a model, as a table shows it.
 *
 * @param chosen whether the shelf life rests on this model
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ShelfLifeRow(
        ModelKind model,
        boolean chosen,
        String batch,
        double intercept,
        double slope,
        double seSlope,
        double sigma,
        int df,
        double shelfLife)
        implements Result {}
