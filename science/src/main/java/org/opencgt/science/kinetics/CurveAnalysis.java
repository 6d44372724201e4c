package org.opencgt.science.kinetics;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opencgt.science.kinetics.KineticParameters.Areas;
import org.opencgt.science.kinetics.KineticParameters.DoseRelated;
import org.opencgt.science.kinetics.KineticParameters.Moments;
import org.opencgt.science.kinetics.KineticParameters.Observed;
import org.opencgt.science.kinetics.KineticParameters.Sampling;
import org.opencgt.science.kinetics.KineticParameters.SteadyState;
import org.opencgt.science.kinetics.KineticParameters.Terminal;

/** One curve on its way through {@link NonCompartmental}; used once. */
final class CurveAnalysis {

    /** A rise by this factor after the peak makes a second peak. */
    private static final double SECOND_RISE = 2;

    private final NonCompartmental settings;
    private final Dosing dosing;
    private final Set<KineticFlag> flags = EnumSet.noneOf(KineticFlag.class);

    /** All samples, times counted from the start of the interval. */
    private final Curve whole;
    /** Those in the interval. */
    private final Curve curve;
    /** NaN where no value at the start has to be, or can be, imputed. */
    private final double imputedStart;
    /** The samples in the interval as they are integrated. */
    private final Course course;

    private final Observed observed;
    private final Terminal terminal;

    CurveAnalysis(NonCompartmental settings, Curve given, Dosing dosing) {
        this.settings = settings;
        this.dosing = dosing;
        Interval interval = settings.interval();
        this.whole = given.countedFrom(interval.start());
        this.curve = whole.within(0, interval.end() - interval.start());
        Course measured = settings.belowLimitRule().applyTo(curve);
        this.imputedStart = measured.size() == 0 || measured.startsAt(0) ? Double.NaN : start(measured);
        this.course = withStart(measured);
        this.observed = observe();
        this.terminal = terminal();
    }

    KineticParameters parameters() {
        Exposure exposure = exposure();
        Map<String, Double> partials = partials();
        flagSampling();
        return new KineticParameters(
                curve.subject(),
                curve.group(),
                null,
                observed,
                exposure.areas,
                partials,
                terminal,
                observed.tmax() > 0 ? observed.cmax() / observed.tmax() : Double.NaN,
                exposure.extrapolatedPercent,
                exposure.moments,
                sampling(),
                dosing.isKnown() ? doseRelated(exposure) : null,
                dosing.isRepeated() ? steadyState() : null,
                settings.method(),
                settings.units(),
                List.copyOf(flags));
    }

    private Observed observe() {
        if (curve.size() == 0) {
            flags.add(KineticFlag.NO_SAMPLES);
            return new Observed(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        int peak = curve.peak();
        if (peak < 0) {
            flags.add(KineticFlag.ALL_BELOW_LIMIT);
            return new Observed(0, Double.NaN, 0, Double.NaN);
        }
        int last = curve.lastQuantified();
        return new Observed(curve.value(peak), curve.time(peak), curve.value(last), curve.time(last));
    }

    private Terminal terminal() {
        double after = Math.max(observed.tmax(), dosing.infusion());
        return switch (TerminalSlope.of(settings.terminalRule(), course, after)) {
            case TerminalSlope.None(KineticFlag reason) -> {
                flag(reason, observed.cmax() > 0);
                yield Terminal.NONE;
            }
            case TerminalSlope.Found(TerminalSlope slope) -> {
                Quality quality = settings.quality();
                flag(KineticFlag.LOW_ADJUSTED_R_SQUARED, slope.adjRSquared() < quality.adjRSquared());
                flag(KineticFlag.SHORT_SPAN, slope.spanRatio() < quality.span());
                flag(KineticFlag.TWO_POINT_SLOPE, slope.n() == 2);
                yield new Terminal(
                        slope.lambdaZ(),
                        slope.halfLife(),
                        slope.rSquared(),
                        slope.adjRSquared(),
                        slope.n(),
                        slope.start(),
                        slope.end(),
                        slope.intercept(),
                        slope.clastPredicted(),
                        slope.spanRatio());
            }
        };
    }

    // --- Areas from the start ---

    private record Exposure(Areas areas, Moments moments, double extrapolatedPercent) {

        static final Exposure UNKNOWN = all(Double.NaN);
        static final Exposure ZERO = all(0);

        private static Exposure all(double area) {
            double none = Double.NaN;
            return new Exposure(
                    new Areas(area, area, area, area), new Moments(none, area, area, area, none, none, none), none);
        }
    }

    private Exposure exposure() {
        if (course.size() < 2) {
            flag(KineticFlag.SINGLE_SAMPLE, course.size() == 1);
            return Exposure.UNKNOWN;
        }
        if (course.isAllZero()) {
            return Exposure.ZERO;
        }
        if (!course.startsAt(0)) {
            flags.add(KineticFlag.NO_SAMPLE_AT_START);
            return Exposure.UNKNOWN;
        }
        double[] toLast = course.areaAndMomentToLast(settings.aucRule());
        double area = toLast[0];
        double moment = toLast[1];
        double lambda = terminal.lambdaZ();
        double restObs = observed.clast() / lambda;
        double restPred = terminal.clastPred() / lambda;
        Areas areas = new Areas(area, area + course.triangleAfterLast(), area + restObs, area + restPred);
        double momentObs = moment + restObs * (observed.tlast() + 1 / lambda);
        double momentPred = moment + restPred * (observed.tlast() + 1 / lambda);
        double percent = 100 * (restObs / areas.aucinfObs());
        flag(KineticFlag.LARGE_EXTRAPOLATION, percent > 100 * settings.quality().extrapolated());
        return new Exposure(
                areas,
                new Moments(
                        100 * (restPred / areas.aucinfPred()),
                        moment,
                        momentObs,
                        momentPred,
                        residence(moment, area),
                        residence(momentObs, areas.aucinfObs()),
                        residence(momentPred, areas.aucinfPred())),
                percent);
    }

    private double residence(double moment, double area) {
        return moment / area - dosing.infusion() / 2;
    }

    // --- Areas over intervals ---

    private Map<String, Double> partials() {
        if (settings.partials().isEmpty()) {
            return Map.of();
        }
        Map<String, Double> areas = new LinkedHashMap<>();
        Course points = wholeCourse();
        for (Interval partial : settings.partials()) {
            double area = partial(points, partial);
            areas.put("auc_" + partial.name(), area);
            if (dosing.isKnown()) {
                areas.put("auc_" + partial.name() + "_per_dose", area / dosing.amount());
            }
        }
        return areas;
    }

    private Course wholeCourse() {
        return whole == curve ? course : withStart(settings.belowLimitRule().applyTo(whole));
    }

    private double partial(Course points, Interval partial) {
        if (points.size() < 2) {
            return Double.NaN;
        }
        if (!points.isAllZero()) {
            flag(KineticFlag.INTERVAL_BEFORE_FIRST_SAMPLE, partial.start() < points.time(0));
            flag(KineticFlag.INTERVAL_AFTER_LAST_SAMPLE, partial.end() > whole.time(whole.size() - 1));
        }
        return points.areaOver(partial, settings.aucRule(), tail());
    }

    private Course.Tail tail() {
        return switch (settings.tailRule()) {
            case LAST -> new Course.Tail.Zero();
            case ALL -> new Course.Tail.Triangle();
            case INF_OBS -> new Course.Tail.Exponential(observed.clast(), terminal.lambdaZ());
            case INF_PRED -> new Course.Tail.Exponential(terminal.clastPred(), terminal.lambdaZ());
        };
    }

    // --- The value at the start ---

    private double start(Course measured) {
        return switch (settings.startRule()) {
            case REQUIRED -> Double.NaN;
            case ZERO -> 0;
            case PREDOSE -> predose();
            case BACK_EXTRAPOLATED -> backExtrapolated(measured);
        };
    }

    private double predose() {
        double value = Double.NaN;
        for (int i = 0; i < whole.size() && whole.time(i) < 0; i++) {
            value = whole.value(i);
        }
        return value;
    }

    private static double backExtrapolated(Course measured) {
        double first = measured.value(0);
        boolean falls = measured.size() > 1 && measured.value(1) > 0 && measured.value(1) < first;
        return falls ? Trapezoid.logValue(measured.time(0), first, measured.time(1), measured.value(1), 0) : first;
    }

    private Course withStart(Course points) {
        if (Double.isNaN(imputedStart)) {
            return points;
        }
        flags.add(KineticFlag.START_IMPUTED);
        return points.with(0, imputedStart);
    }

    // --- Doses ---

    private DoseRelated doseRelated(Exposure exposure) {
        double dose = dosing.amount();
        Areas areas = exposure.areas;
        double clObs = areas.aucinfObs() > 0 ? dose / areas.aucinfObs() : Double.NaN;
        double clPred = areas.aucinfPred() > 0 ? dose / areas.aucinfPred() : Double.NaN;
        return new DoseRelated(
                dose,
                observed.cmax() / dose,
                areas.auclast() / dose,
                areas.aucinfObs() / dose,
                areas.aucinfPred() / dose,
                clObs,
                clPred,
                clObs / terminal.lambdaZ(),
                clPred / terminal.lambdaZ(),
                clObs * exposure.moments.mrtObs());
    }

    private SteadyState steadyState() {
        double tau = dosing.tau();
        double smallest = Double.NaN;
        double trough = Double.NaN;
        for (int i = 0; i < curve.size() && curve.time(i) <= tau; i++) {
            smallest = Double.isNaN(smallest) ? curve.value(i) : Math.min(smallest, curve.value(i));
            trough = curve.time(i) > 0 ? curve.value(i) : trough;
        }
        Course points = wholeCourse();
        boolean sampledLater = points.size() > 0 && points.time(points.size() - 1) >= tau;
        trough = sampledLater ? points.valueAt(tau, settings.aucRule()) : trough;
        boolean startKnown = points.size() > 1 && points.time(0) <= 0;
        flag(KineticFlag.NO_SAMPLE_AT_START, !startKnown);
        double area = startKnown ? points.areaOver(new Interval(0, tau), settings.aucRule(), tail()) : Double.NaN;
        double average = area / tau;
        double range = observed.cmax() - smallest;
        return new SteadyState(
                tau,
                area,
                smallest,
                trough,
                average,
                average > 0 ? 100 * range / average : Double.NaN,
                smallest > 0 ? range / smallest : Double.NaN,
                -1 / Math.expm1(-terminal.lambdaZ() * tau),
                Double.NaN,
                area > 0 ? dosing.amount() / area : Double.NaN);
    }

    // --- Sampling ---

    private Sampling sampling() {
        int first = curve.firstQuantified();
        int last = curve.lastQuantified();
        int below = 0;
        for (int i = 0; i < curve.size(); i++) {
            below += curve.isQuantified(i) ? 0 : 1;
        }
        return new Sampling(
                first < 0 ? Double.NaN : curve.time(first),
                first > 0 ? curve.time(first - 1) : first == 0 && curve.time(0) == 0 ? 0 : Double.NaN,
                last >= 0 && last + 1 < curve.size() ? curve.time(last + 1) : Double.NaN,
                curve.size(),
                below,
                curve.missing());
    }

    private void flagSampling() {
        flag(KineticFlag.MISSING_RESULTS, curve.missing() > 0);
        flag(KineticFlag.UNSORTED, !curve.sortedAsGiven());
        for (int i = 0; i < whole.size() && whole.time(i) <= 0; i++) {
            flag(KineticFlag.PREDOSE_QUANTIFIED, whole.isQuantified(i));
        }
        int peak = curve.peak();
        if (peak < 0) {
            return;
        }
        int last = curve.lastQuantified();
        boolean belowBetween = false;
        for (int i = curve.firstQuantified(); i < last; i++) {
            belowBetween |= !curve.isQuantified(i);
        }
        flag(KineticFlag.BELOW_LIMIT_BETWEEN, belowBetween);
        flag(KineticFlag.TMAX_AT_FIRST_SAMPLE, peak == firstAfterDose());
        flag(KineticFlag.TMAX_AT_LAST_SAMPLE, peak == curve.size() - 1);
        flag(KineticFlag.STILL_QUANTIFIABLE, last == curve.size() - 1);
        flag(KineticFlag.SECOND_PEAK, risesAgain(peak));
    }

    private int firstAfterDose() {
        int i = 0;
        while (i < curve.size() && curve.time(i) <= 0) {
            i++;
        }
        return i;
    }

    private boolean risesAgain(int peak) {
        double lowest = curve.value(peak);
        for (int i = peak + 1; i < curve.size(); i++) {
            if (curve.value(i) > SECOND_RISE * lowest) {
                return true;
            }
            double floor = curve.isQuantified(i) ? curve.value(i) : curve.limit(i);
            lowest = floor < lowest ? floor : lowest;
        }
        return false;
    }

    private void flag(KineticFlag flag, boolean holds) {
        if (holds) {
            flags.add(flag);
        }
    }
}
