package org.opencgt.science.stability;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The line of a batch in a model, on the scales of the fit; the shelf lives are on the scale of time.
 *
 * @param cov covariance of intercept and slope
 * @param sigma residual standard deviation; NaN where the batch has no more results than parameters
 * @param tQuantile for the confidence limit
 * @param shelfLifeLower when the lower confidence limit of the mean meets the lower limit; null if there is no such limit
 * @param shelfLife the lesser of the two
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchLine(
        String batch,
        double intercept,
        double slope,
        double seIntercept,
        double seSlope,
        double cov,
        int df,
        double sigma,
        double tQuantile,
        @Nullable Double shelfLifeLower,
        @Nullable Double shelfLifeUpper,
        double shelfLife) {}
