package org.opencgt.science.potency;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The potency of a test preparation relative to the reference: how many times as much of the reference has the same effect.
 *
 * @param rp above 1 if the test is the stronger
 * @param logRp natural logarithm
 * @param g of Fieller's theorem
 * @param loFieller NaN if g is 1 or more
 * @param loDelta by the delta method on the logarithm
 * @param loDeltaRaw by the delta method on rp; curves only, as those of the profile
 * @param loProfile by the profile of the sum of squares
 * @param details what the model found besides
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RelativePotency(
        String test,
        String reference,
        String model,
        int n,
        int missing,
        double rp,
        double logRp,
        double seLogRp,
        double g,
        double loFieller,
        double hiFieller,
        double loDelta,
        double hiDelta,
        @Nullable Double loProfile,
        @Nullable Double hiProfile,
        @Nullable Double loDeltaRaw,
        @Nullable Double hiDeltaRaw,
        @Nullable Double seLogRpObservedHessian,
        @Nullable Double loDeltaRawObserved,
        @Nullable Double hiDeltaRawObserved,
        Parallelism parallelism,
        @Nullable Equivalence equivalence,
        Details details,
        List<PotencyFlag> flags)
        implements Result {

    /** What differs from model to model. */
    public sealed interface Details permits CurveDetails, LineDetails, QuantalDetails {}

    /** Of parallel curves. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record CurveDetails(ModelFit unconstrained, ModelFit constrained, double nonparallelSs) implements Details {}

    /** Of parallel lines. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record LineDetails(
            ModelFit commonSlopeModel,
            double slope,
            double seSlope,
            @Nullable SlopePair slopes,
            AnalysisOfVariance anova)
            implements Details {}

    /** The slopes of the separate lines; 90% intervals as in {@link ParameterEquivalence}. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record SlopePair(
            double slopeRef,
            double slopeTest,
            double slopeDifference,
            double se,
            double lo90,
            double hi90,
            double slopeRatio,
            double ratioLo90Fieller,
            double ratioHi90Fieller) {}

    /**
     * Of parallel lines, against the scatter within preparations and doses.
     *
     * @param residualMs NaN without replicates
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record AnalysisOfVariance(
            double residualMs,
            int residualDf,
            FRatio nonParallelism,
            FRatio nonLinearity,
            FRatio regression,
            List<Source> sequential) {}

    /** A test; NaN where there is nothing to test or to test against. */
    public record FRatio(double f, int df1, int df2, double p) {}

    /** A line of the sequential table: block, preparation, dose, preparation by dose, residual. */
    public record Source(String term, int df, double ss) {}

    /** Of counts. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record QuantalDetails(
            String link,
            List<ModelFit.Term> coefficients,
            List<double[]> vcov,
            double deviance,
            int df,
            double pearsonChisq,
            double heterogeneity,
            double loglik,
            List<MedianDose> ed50)
            implements Details {}

    /** The dose to which half respond. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record MedianDose(String prep, double logEd50, double ed50, double seLog) {}
}
