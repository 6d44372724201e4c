package org.opencgt.science.kinetics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.kinetics.KineticParameters.DoseRelated;
import org.opencgt.science.kinetics.KineticParameters.SteadyState;
import org.opencgt.science.kinetics.Units.Dimension;

/**
 * A parameter of {@link KineticParameters}, as tables of parameters name it.
 *
 * @param name its column
 * @param code the test code of the CDISC terminology for pharmacokinetic parameters; CMAXTMAX and TBQL are our own
 * @param test the test name that belongs to the code
 * @param dimension which tells its unit
 * @param interval over which an area is taken; null for other parameters
 * @param fromSlope whether it rests on the terminal slope, and so on its reliability
 */
public record Parameter(
        String name,
        String code,
        String test,
        Dimension dimension,
        boolean fromSlope,
        @Nullable Interval interval,
        ToDoubleFunction<KineticParameters> value) {

    /** All but areas over intervals. */
    private static final List<Parameter> ALWAYS = List.of(
            observed(
                    "cmax",
                    "CMAX",
                    "Max Conc",
                    Dimension.VALUE,
                    p -> p.observed().cmax()),
            observed(
                    "tmax",
                    "TMAX",
                    "Time of CMAX",
                    Dimension.TIME,
                    p -> p.observed().tmax()),
            observed(
                    "clast",
                    "CLST",
                    "Last Nonzero Conc",
                    Dimension.VALUE,
                    p -> p.observed().clast()),
            observed(
                    "tlast",
                    "TLST",
                    "Time of Last Nonzero Conc",
                    Dimension.TIME,
                    p -> p.observed().tlast()),
            observed(
                    "auclast",
                    "AUCLST",
                    "AUC to Last Nonzero Conc",
                    Dimension.AREA,
                    p -> p.areas().auclast()),
            observed(
                    "aucall",
                    "AUCALL",
                    "AUC All",
                    Dimension.AREA,
                    p -> p.areas().aucall()),
            sloped(
                    "aucinf_obs",
                    "AUCIFO",
                    "AUC Infinity Obs",
                    Dimension.AREA,
                    p -> p.areas().aucinfObs()),
            sloped(
                    "aucinf_pred",
                    "AUCIFP",
                    "AUC Infinity Pred",
                    Dimension.AREA,
                    p -> p.areas().aucinfPred()),
            sloped(
                    "lambda_z",
                    "LAMZ",
                    "Lambda z",
                    Dimension.RATE,
                    p -> p.terminal().lambdaZ()),
            sloped(
                    "half_life",
                    "LAMZHL",
                    "Half-Life Lambda z",
                    Dimension.TIME,
                    p -> p.terminal().halfLife()),
            sloped(
                    "r_squared",
                    "R2",
                    "R Squared",
                    Dimension.NUMBER,
                    p -> p.terminal().rSquared()),
            sloped(
                    "adj_r_squared",
                    "R2ADJ",
                    "R Squared Adjusted",
                    Dimension.NUMBER,
                    p -> p.terminal().adjRSquared()),
            sloped("lambda_z_n", "LAMZNPT", "Number of Points for Lambda z", Dimension.NUMBER, Parameter::points),
            sloped(
                    "lambda_z_start",
                    "LAMZLL",
                    "Lambda z Lower Limit",
                    Dimension.TIME,
                    p -> p.terminal().lambdaZStart()),
            sloped(
                    "lambda_z_end",
                    "LAMZUL",
                    "Lambda z Upper Limit",
                    Dimension.TIME,
                    p -> p.terminal().lambdaZEnd()),
            sloped(
                    "clast_pred",
                    "CLSTP",
                    "Clast pred",
                    Dimension.VALUE,
                    p -> p.terminal().clastPred()),
            sloped(
                    "span_ratio",
                    "LAMZSPN",
                    "Lambda z Span",
                    Dimension.NUMBER,
                    p -> p.terminal().spanRatio()),
            observed(
                    "cmax_over_tmax",
                    "CMAXTMAX",
                    "Cmax/Tmax",
                    Dimension.VALUE_PER_TIME,
                    KineticParameters::cmaxOverTmax),
            sloped(
                    "auc_extrapolated_percent",
                    "AUCPEO",
                    "AUC %Extrapolation Obs",
                    Dimension.PERCENT,
                    KineticParameters::aucExtrapolatedPercent),
            observed(
                    "aumclast",
                    "AUMCLST",
                    "AUMC to Last Nonzero Conc",
                    Dimension.MOMENT,
                    p -> p.moments().aumclast()),
            sloped(
                    "aumcinf_obs",
                    "AUMCIFO",
                    "AUMC Infinity Obs",
                    Dimension.MOMENT,
                    p -> p.moments().aumcinfObs()),
            sloped(
                    "aumcinf_pred",
                    "AUMCIFP",
                    "AUMC Infinity Pred",
                    Dimension.MOMENT,
                    p -> p.moments().aumcinfPred()),
            observed(
                    "mrt_last",
                    "MRTICLST",
                    "MRT IV Cont Inf to Last Nonzero Conc",
                    Dimension.TIME,
                    p -> p.moments().mrtLast()),
            sloped(
                    "mrt_obs",
                    "MRTICIFO",
                    "MRT IV Cont Inf Infinity Obs",
                    Dimension.TIME,
                    p -> p.moments().mrtObs()),
            sloped(
                    "mrt_pred",
                    "MRTICIFP",
                    "MRT IV Cont Inf Infinity Pred",
                    Dimension.TIME,
                    p -> p.moments().mrtPred()),
            observed(
                    "tlag",
                    "TLAG",
                    "Time Until First Nonzero Conc",
                    Dimension.TIME,
                    p -> p.sampling().tlag()),
            observed(
                    "t_below_limit",
                    "TBQL",
                    "Time of First BLQ After Tlast",
                    Dimension.TIME,
                    p -> p.sampling().tBelowLimit()));

    private static final List<Parameter> WITH_DOSE = List.of(
            dosed(
                    "cmax_per_dose",
                    "CMAXD",
                    "Max Conc Norm by Dose",
                    Dimension.VALUE_PER_DOSE,
                    false,
                    DoseRelated::cmaxPerDose),
            dosed(
                    "auclast_per_dose",
                    "AUCLSTD",
                    "AUC to Last Nonzero Conc Norm by Dose",
                    Dimension.AREA_PER_DOSE,
                    false,
                    DoseRelated::auclastPerDose),
            dosed(
                    "aucinf_obs_per_dose",
                    "AUCIFOD",
                    "AUC Infinity Obs Norm by Dose",
                    Dimension.AREA_PER_DOSE,
                    true,
                    DoseRelated::aucinfObsPerDose),
            dosed("cl_obs", "CLO", "Total CL Obs", Dimension.CLEARANCE, true, DoseRelated::clObs),
            dosed("vz_obs", "VZO", "Vz Obs", Dimension.VOLUME, true, DoseRelated::vzObs),
            dosed("vss_obs", "VSSO", "Vol Dist Steady State Obs", Dimension.VOLUME, true, DoseRelated::vssObs));

    private static final List<Parameter> REPEATED = List.of(
            steady("auc_tau", "AUCTAU", "AUC Over Dosing Interval", Dimension.AREA, false, SteadyState::aucTau),
            steady("cmin", "CMIN", "Min Conc", Dimension.VALUE, false, SteadyState::cmin),
            steady("ctrough", "CTROUGH", "Conc Trough", Dimension.VALUE, false, SteadyState::ctrough),
            steady("cav", "CAVG", "Average Conc", Dimension.VALUE, false, SteadyState::cav),
            steady(
                    "fluctuation_percent",
                    "FLUCP",
                    "Fluctuation%",
                    Dimension.PERCENT,
                    false,
                    SteadyState::fluctuationPercent),
            steady("swing", "SWING", "Swing", Dimension.NUMBER, false, SteadyState::swing),
            steady(
                    "accumulation_index",
                    "AILAMZ",
                    "Accumulation Index using Lambda z",
                    Dimension.NUMBER,
                    true,
                    SteadyState::accumulationIndex),
            steady(
                    "accumulation_ratio",
                    "ARAUC",
                    "Accumulation Ratio AUCTAU",
                    Dimension.NUMBER,
                    false,
                    SteadyState::accumulationRatio));

    /** All parameters that an analysis gives, in the order of its columns. */
    public static List<Parameter> of(NonCompartmental analysis, boolean dosed, boolean repeated) {
        List<Parameter> all = new ArrayList<>();
        for (Parameter parameter : ALWAYS) {
            all.add(parameter);
            if (parameter.name.equals("aucinf_pred")) {
                for (Interval partial : analysis.partials()) {
                    all.add(areaOver(partial, ""));
                    if (dosed) {
                        all.add(areaOver(partial, "_per_dose"));
                    }
                }
            }
        }
        if (dosed) {
            all.addAll(WITH_DOSE);
        }
        if (repeated) {
            all.addAll(REPEATED);
        }
        return List.copyOf(all);
    }

    private static Parameter areaOver(Interval partial, String perDose) {
        String name = "auc_" + partial.name() + perDose;
        return new Parameter(
                name,
                perDose.isEmpty() ? "AUCINT" : "AUCINTD",
                perDose.isEmpty() ? "AUC from T1 to T2" : "AUC from T1 to T2 Normalized by Dose",
                perDose.isEmpty() ? Dimension.AREA : Dimension.AREA_PER_DOSE,
                false,
                partial,
                p -> Objects.requireNonNullElse(p.partialAreas().get(name), Double.NaN));
    }

    /** Its value for a subject; NaN if it does not exist. */
    public double of(KineticParameters parameters) {
        return value.applyAsDouble(parameters);
    }

    private static double points(KineticParameters p) {
        Integer n = p.terminal().lambdaZN();
        return n == null ? Double.NaN : n;
    }

    private static Parameter observed(
            String name, String code, String test, Dimension dimension, ToDoubleFunction<KineticParameters> value) {
        return new Parameter(name, code, test, dimension, false, null, value);
    }

    private static Parameter sloped(
            String name, String code, String test, Dimension dimension, ToDoubleFunction<KineticParameters> value) {
        return new Parameter(name, code, test, dimension, true, null, value);
    }

    private static Parameter dosed(
            String name,
            String code,
            String test,
            Dimension dimension,
            boolean fromSlope,
            ToDoubleFunction<DoseRelated> value) {
        return new Parameter(name, code, test, dimension, fromSlope, null, p -> {
            DoseRelated dose = p.doseRelated();
            return dose == null ? Double.NaN : value.applyAsDouble(dose);
        });
    }

    private static Parameter steady(
            String name,
            String code,
            String test,
            Dimension dimension,
            boolean fromSlope,
            ToDoubleFunction<SteadyState> value) {
        return new Parameter(name, code, test, dimension, fromSlope, null, p -> {
            SteadyState steady = p.steadyState();
            return steady == null ? Double.NaN : value.applyAsDouble(steady);
        });
    }
}
