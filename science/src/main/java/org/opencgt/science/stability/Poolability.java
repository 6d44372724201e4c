package org.opencgt.science.stability;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.opencgt.science.statistics.FTest;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Whether batches may be pooled, by analysis of covariance in the order of ICH Q1E: slopes first, then intercepts, each against the
 * residual variance of the full model. A probability above the level means that a difference was not found.
 *
 * @param interceptsCommonSlopeMse the same test against the residual variance of the model with a common slope
 * @param coincidence intercepts and slopes in one test
 * @param typeOneTimeFirst sums of squares in the order time, batch, slopes
 * @param typeOneBatchFirst in the order batch, time, slopes
 * @param decision the simplest model that is not refused
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Poolability(
        FTest slopes,
        FTest intercepts,
        FTest interceptsFullMse,
        FTest interceptsCommonSlopeMse,
        FTest coincidence,
        @JsonProperty("type1_time_first") List<Source> typeOneTimeFirst,
        @JsonProperty("type1_batch_first") List<Source> typeOneBatchFirst,
        ModelKind decision) {

    /**
     * A row of an analysis of variance.
     *
     * @param term {@code time}, {@code batch}, {@code time:batch} or {@code residuals}
     * @param f NaN for the residuals
     */
    public record Source(String term, int df, double ss, double ms, double f, double p) {}

    public Poolability {
        typeOneTimeFirst = List.copyOf(typeOneTimeFirst);
        typeOneBatchFirst = List.copyOf(typeOneBatchFirst);
    }
}
