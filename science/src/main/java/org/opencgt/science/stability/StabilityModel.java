package org.opencgt.science.stability;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One of the models of ICH Q1E, fitted. NaN where a number does not exist: those of a common variance in the model that has none, the
 * information criteria of a perfect fit, a shelf life where a batch has no more results than parameters.
 *
 * @param df null in the model without a common variance, whose batches have their own
 * @param rSquared as R's {@code summary.lm} gives it: about the mean in the models with one intercept, about zero in the others
 * @param rSquaredAboutMean about the mean in all models, which is what people mean by it
 * @param shelfLife the least over the batches; also as {@code shelf_life_worst}
 * @param shelfLifeMonthsFloor the same in whole units of time
 */
@JsonNaming(SnakeCaseStrategy.class)
public record StabilityModel(
        ModelKind model,
        double sigma,
        @Nullable Integer df,
        double rss,
        double aic,
        double bic,
        @JsonProperty("r_squared") double rSquared,
        @JsonProperty("r_squared_about_mean") double rSquaredAboutMean,
        List<BatchLine> batches,
        double shelfLife,
        double shelfLifeWorst,
        String worstBatch,
        double shelfLifeMonthsFloor) {

    public StabilityModel {
        batches = List.copyOf(batches);
    }
}
