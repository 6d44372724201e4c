package org.opencgt.science.kinetics;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The parameters of one curve, from {@link NonCompartmental}. NaN where one does not exist or cannot be known; {@code flags}
 * says why. Times are those since the start of the interval that was analysed.
 *
 * @param group empty if there is none
 * @param partialAreas areas over intervals, by names such as {@code auc_0_28}
 * @param cmaxOverTmax rate of expansion; NaN where Tmax is zero
 * @param aucExtrapolatedPercent 100 (AUCinf,obs - AUClast) / AUCinf,obs
 * @param administration null unless there are several doses
 * @param doseRelated null if no dose was given
 * @param steadyState null if the dose is not repeated
 */
@JsonNaming(SnakeCaseStrategy.class)
@RecordBuilder
@JsonPropertyOrder({
    "subject",
    "group",
    "observed",
    "areas",
    "partial_areas",
    "terminal",
    "cmax_over_tmax",
    "auc_extrapolated_percent",
    "moments",
    "sampling",
    "dose_related",
    "steady_state",
    "method",
    "units",
    "flags"
})
public record KineticParameters(
        String subject,
        @JsonInclude(Include.NON_EMPTY) String group,
        @JsonUnwrapped @Nullable Administration administration,
        @JsonUnwrapped Observed observed,
        @JsonUnwrapped Areas areas,
        @JsonAnyGetter Map<String, Double> partialAreas,
        @JsonUnwrapped Terminal terminal,
        double cmaxOverTmax,
        double aucExtrapolatedPercent,
        @JsonUnwrapped Moments moments,
        @JsonUnwrapped Sampling sampling,
        @JsonUnwrapped @Nullable DoseRelated doseRelated,
        @JsonUnwrapped @Nullable SteadyState steadyState,
        @JsonUnwrapped Method method,
        @JsonUnwrapped Units units,
        List<KineticFlag> flags)
        implements Result, KineticParametersBuilder.With {

    public KineticParameters {
        partialAreas = Collections.unmodifiableMap(new LinkedHashMap<>(partialAreas));
        flags = List.copyOf(flags);
    }

    /**
     * Which of several doses the curve follows.
     *
     * @param doseNumber from 1
     * @param doseTime when it was given, in the time of the data
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Administration(int doseNumber, double doseTime) {}

    /**
     * What is read off the samples.
     *
     * @param cmax largest value; 0 if none is quantified
     * @param tmax its first time
     * @param clast last quantified value; 0 if none is
     * @param tlast its time
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Observed(double cmax, double tmax, double clast, double tlast) {}

    /**
     * Areas from the start of the interval.
     *
     * @param auclast to Tlast
     * @param aucall to Tlast, and the triangle to the sample after it
     * @param aucinfObs to infinity, from the last quantified value
     * @param aucinfPred to infinity, from the value that the terminal slope predicts at Tlast
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Areas(double auclast, double aucall, double aucinfObs, double aucinfPred) {}

    /**
     * The terminal slope.
     *
     * @param lambdaZN number of samples; null if there is no slope
     * @param clastPred the value it predicts at Tlast
     * @param spanRatio span of its samples in half-lives
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Terminal(
            double lambdaZ,
            double halfLife,
            @JsonProperty("r_squared") double rSquared,
            @JsonProperty("adj_r_squared") double adjRSquared,
            @JsonProperty("lambda_z_n") @Nullable Integer lambdaZN,
            @JsonProperty("lambda_z_start") double lambdaZStart,
            @JsonProperty("lambda_z_end") double lambdaZEnd,
            @JsonProperty("lambda_z_intercept") double lambdaZIntercept,
            double clastPred,
            double spanRatio) {

        static final Terminal NONE = new Terminal(
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                null,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);

        public boolean exists() {
            return !Double.isNaN(lambdaZ);
        }
    }

    /**
     * Moments, and mean residence times less half the duration of an infusion.
     *
     * @param aucExtrapolatedPercentPred as {@code aucExtrapolatedPercent}, of AUCinf,pred
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Moments(
            double aucExtrapolatedPercentPred,
            double aumclast,
            double aumcinfObs,
            double aumcinfPred,
            double mrtLast,
            double mrtObs,
            double mrtPred) {}

    /**
     * When and how often was sampled.
     *
     * @param tfirst time of the first quantified sample
     * @param tlag time of the last sample before it
     * @param tBelowLimit time of the first sample below the limit after Tlast; NaN if there is none
     * @param samples number used
     * @param belowLimit how many of them are below the limit of quantification
     * @param missing how many more have no result
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Sampling(
            double tfirst,
            double tlag,
            @JsonProperty("t_below_limit") double tBelowLimit,
            int samples,
            int belowLimit,
            int missing) {}

    /**
     * What depends on the dose: clearance CL = D/AUCinf and volumes Vz = CL/lambda_z, Vss = CL MRT, which for cells are formal
     * only; and exposure per unit of dose.
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record DoseRelated(
            double dose,
            double cmaxPerDose,
            double auclastPerDose,
            double aucinfObsPerDose,
            double aucinfPredPerDose,
            double clObs,
            double clPred,
            double vzObs,
            double vzPred,
            double vssObs) {}

    /**
     * A dosing interval of repeated doses.
     *
     * @param aucTau AUC from the dose to tau
     * @param cmin smallest value in the interval
     * @param ctrough value at tau, interpolated where sampling went on, else the last value before
     * @param cav AUC_tau/tau
     * @param fluctuationPercent 100 (Cmax - Cmin)/Cav
     * @param swing (Cmax - Cmin)/Cmin
     * @param accumulationIndex 1/(1 - exp(-lambda_z tau))
     * @param accumulationRatio AUC_tau divided by that of the first dose; NaN where that is not known
     * @param clSs D/AUC_tau
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record SteadyState(
            double tau,
            double aucTau,
            double cmin,
            double ctrough,
            double cav,
            double fluctuationPercent,
            double swing,
            double accumulationIndex,
            double accumulationRatio,
            double clSs) {

        SteadyState comparedWith(double first) {
            return new SteadyState(
                    tau,
                    aucTau,
                    cmin,
                    ctrough,
                    cav,
                    fluctuationPercent,
                    swing,
                    accumulationIndex,
                    aucTau / first,
                    clSs);
        }
    }

    /** The same for a subject whose dose was expected but is not known. */
    public KineticParameters withoutDose() {
        List<KineticFlag> more = new ArrayList<>(flags);
        more.add(KineticFlag.NO_DOSE);
        return withFlags(more);
    }

    public boolean has(KineticFlag flag) {
        return flags.contains(flag);
    }

    /** Whether there is a half-life, and it meets the criteria of {@link Quality} but for the extrapolated area. */
    public boolean hasReliableHalfLife() {
        return terminal.exists()
                && !has(KineticFlag.LOW_ADJUSTED_R_SQUARED)
                && !has(KineticFlag.SHORT_SPAN)
                && !has(KineticFlag.TWO_POINT_SLOPE);
    }
}
