package org.opencgt.science.potency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.SampleSummary;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Cytokine released on stimulation, by effector and by dose of the stimulus or effector:target ratio:
 *
 * <pre>
 *   net    mean of the stimulated wells less mean of the unstimulated ones
 *   fold   the one over the other
 *   area   of net over log10 of the dose, by trapezoids
 *   EC50   of a four-parameter curve through the net release of all wells
 * </pre>
 *
 * <p>A well below the limit of quantification counts as half of it. Where all wells of a level are below, nothing was shown to be
 * released: it has no net and no fold, and counts zero into area and curve. Where the background is below, fold is over the limit itself
 * and so a lower bound.
 *
 * @param dose of the stimulus, or ratio
 * @param nBelow wells below the limit of quantification
 * @param sd NaN of a single well
 * @param area of the effector; NaN with fewer than two doses
 * @param ec50 of the effector, with limits by the delta method on the logarithm; NaN where the data show no such curve
 */
@JsonNaming(SnakeCaseStrategy.class)
public record CytokineRelease(
        String effector,
        double dose,
        int n,
        int nBelow,
        double mean,
        double sd,
        double background,
        double net,
        double fold,
        double area,
        double ec50,
        double ec50Lower,
        double ec50Upper,
        List<PotencyFlag> flags)
        implements Result {

    private static final double HALF = 50;
    private static final double CONFIDENCE = 0.95;

    /**
     * A well.
     *
     * @param dose NaN for unstimulated wells that serve all doses
     * @param signal NaN if below the limit of quantification
     * @param limit of quantification; NaN where none is known
     */
    public record Reading(String effector, boolean stimulated, double dose, double signal, double limit) {

        public Reading {
            if (!Double.isNaN(signal)) {
                Check.notNegative(PotencyQuantity.SIGNAL, signal);
            } else if (Double.isNaN(limit)) {
                throw Fault.of(PotencyFault.NO_LIMIT_OF_QUANTIFICATION).asException();
            }
            if (!Double.isNaN(limit)) {
                Check.positive(PotencyQuantity.LIMIT_OF_QUANTIFICATION, limit);
            }
            if (stimulated) {
                Check.positive(PotencyQuantity.DOSE, dose);
            }
        }

        boolean isBelow() {
            return Double.isNaN(signal) || signal < limit;
        }

        double counted() {
            return isBelow() ? limit / 2 : signal;
        }
    }

    /** Wells at one dose. */
    private record Level(int n, int below, double mean, double sd, double limit) {

        static Level of(List<Reading> wells) {
            SampleSummary summary = SampleSummary.of(
                    wells.stream().mapToDouble(Reading::counted).toArray());
            return new Level(
                    wells.size(),
                    (int) wells.stream().filter(Reading::isBelow).count(),
                    summary.mean(),
                    wells.size() > 1 ? summary.sd() : Double.NaN,
                    wells.stream().mapToDouble(Reading::limit).max().orElse(Double.NaN));
        }

        boolean allBelow() {
            return below == n;
        }
    }

    /**
     * All effectors and doses, in their order.
     *
     * @throws BadInput if an effector has no stimulated or no unstimulated well
     */
    public static List<CytokineRelease> of(List<Reading> readings) {
        Map<String, List<Reading>> byEffector = new LinkedHashMap<>();
        for (Reading reading : readings) {
            byEffector
                    .computeIfAbsent(reading.effector(), unseen -> new ArrayList<>())
                    .add(reading);
        }
        if (byEffector.isEmpty()) {
            throw Fault.of(PotencyFault.TOO_FEW_WELLS)
                    .with("wells", 0)
                    .with("parameters", 2)
                    .asException();
        }
        List<CytokineRelease> rows = new ArrayList<>();
        byEffector.forEach((effector, own) -> rows.addAll(of(effector, own)));
        return rows;
    }

    private static List<CytokineRelease> of(String effector, List<Reading> readings) {
        TreeMap<Double, List<Reading>> stimulated = new TreeMap<>();
        TreeMap<Double, List<Reading>> matched = new TreeMap<>();
        List<Reading> unstimulated = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading.stimulated()) {
                stimulated
                        .computeIfAbsent(reading.dose(), unseen -> new ArrayList<>())
                        .add(reading);
            } else {
                unstimulated.add(reading);
                if (!Double.isNaN(reading.dose())) {
                    matched.computeIfAbsent(reading.dose(), unseen -> new ArrayList<>())
                            .add(reading);
                }
            }
        }
        if (stimulated.isEmpty() || unstimulated.isEmpty()) {
            throw Fault.of(stimulated.isEmpty() ? PotencyFault.NO_STIMULATED : PotencyFault.NO_UNSTIMULATED)
                    .with("effector", effector)
                    .asException();
        }
        Level common = Level.of(unstimulated);
        List<CytokineRelease> levels = new ArrayList<>();
        List<Double> doses = new ArrayList<>();
        List<Double> nets = new ArrayList<>();
        double[] area = {0};
        stimulated.forEach((dose, wells) -> {
            Level level = Level.of(wells);
            Level background = matched.containsKey(dose) ? Level.of(matched.get(dose)) : common;
            CytokineRelease row = level(effector, dose, level, background);
            double released = Double.isNaN(row.net()) ? 0 : row.net();
            if (!levels.isEmpty()) {
                CytokineRelease last = levels.getLast();
                double before = Double.isNaN(last.net()) ? 0 : last.net();
                area[0] += (before + released) / 2 * Math.log10(dose / last.dose());
            }
            levels.add(row);
            for (Reading well : wells) {
                doses.add(dose);
                nets.add(level.allBelow() ? 0 : well.counted() - background.mean());
            }
        });
        List<PotencyFlag> flags = new ArrayList<>();
        Curve curve = curve(doses, nets, stimulated.size(), flags);
        double whole = levels.size() < 2 ? Double.NaN : area[0];
        return levels.stream().map(row -> row.with(whole, curve, flags)).toList();
    }

    private static CytokineRelease level(String effector, double dose, Level level, Level background) {
        List<PotencyFlag> flags = new ArrayList<>();
        if (level.allBelow()) {
            flags.add(PotencyFlag.ALL_BELOW_LIMIT);
        } else if (level.below() > 0) {
            flags.add(PotencyFlag.SOME_BELOW_LIMIT);
        }
        double under = background.allBelow() ? background.limit() : background.mean();
        if (background.below() > 0) {
            flags.add(PotencyFlag.BACKGROUND_BELOW_LIMIT);
        }
        if (under == 0) {
            flags.add(PotencyFlag.NO_BACKGROUND);
        }
        return new CytokineRelease(
                effector,
                dose,
                level.n(),
                level.below(),
                level.mean(),
                level.sd(),
                background.mean(),
                level.allBelow() ? Double.NaN : level.mean() - background.mean(),
                level.allBelow() || under == 0 ? Double.NaN : level.mean() / under,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                flags);
    }

    private CytokineRelease with(double whole, Curve curve, List<PotencyFlag> ofEffector) {
        List<PotencyFlag> all = new ArrayList<>(flags);
        all.addAll(ofEffector);
        return new CytokineRelease(
                effector,
                dose,
                n,
                nBelow,
                mean,
                sd,
                background,
                net,
                fold,
                whole,
                curve.ec50(),
                curve.lower(),
                curve.upper(),
                List.copyOf(all));
    }

    private record Curve(double ec50, double lower, double upper) {

        static final Curve NONE = new Curve(Double.NaN, Double.NaN, Double.NaN);
    }

    private static Curve curve(List<Double> doses, List<Double> nets, int levels, List<PotencyFlag> flags) {
        if (levels < CurveModel.FOUR_PARAMETER.parameters()) {
            flags.add(PotencyFlag.TOO_FEW_DOSES_FOR_CURVE);
            return Curve.NONE;
        }
        FittedCurve fit = FittedCurve.of(
                CurveModel.FOUR_PARAMETER,
                DoseResponse.of(
                        doses.stream().mapToDouble(Double::doubleValue).toArray(),
                        nets.stream().mapToDouble(Double::doubleValue).toArray()),
                CONFIDENCE,
                List.of(HALF));
        if (!fit.identifiable()) {
            flags.add(PotencyFlag.NO_CURVE);
            return Curve.NONE;
        }
        if (fit.flags().contains(CurveFlag.NOT_MONOTONE)) {
            flags.add(PotencyFlag.NOT_MONOTONE);
        }
        if (fit.flags().contains(CurveFlag.MIDPOINT_OUTSIDE_DOSES)) {
            flags.add(PotencyFlag.MIDPOINT_OUTSIDE_DOSES);
        }
        if (fit.flags().contains(CurveFlag.PERFECT_FIT) || fit.flags().contains(CurveFlag.NO_DEGREES_OF_FREEDOM)) {
            flags.add(PotencyFlag.PERFECT_FIT);
        }
        EffectiveDose found = fit.ed().values().iterator().next();
        return new Curve(found.ed(), found.loLogDelta(), found.hiLogDelta());
    }
}
