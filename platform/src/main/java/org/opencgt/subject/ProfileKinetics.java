package org.opencgt.subject;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.kinetics.Curve;
import org.opencgt.science.kinetics.Interval;
import org.opencgt.science.kinetics.KineticFlag;
import org.opencgt.science.kinetics.KineticParameters;
import org.opencgt.science.kinetics.MarkerResponse;
import org.opencgt.science.kinetics.NonCompartmental;
import org.opencgt.science.kinetics.PairedMethods;
import org.opencgt.science.kinetics.PairedSample;
import org.opencgt.science.kinetics.Pharmacodynamics;
import org.opencgt.science.kinetics.SamplingSchedule;
import org.opencgt.science.kinetics.StartRule;
import org.opencgt.science.kinetics.StopDecision;
import org.opencgt.science.kinetics.StopRule;
import org.opencgt.science.kinetics.Units;
import org.opencgt.subject.KineticProfile.Measured;
import org.opencgt.subject.KineticProfile.Parameters;
import org.opencgt.subject.KineticProfile.Response;
import org.opencgt.subject.KineticProfile.Sample;
import org.opencgt.subject.KineticProfile.Series;
import org.opencgt.subject.KineticProfile.StopAdvice;
import org.opencgt.subject.PharmacologyPlan.Assay.Technique;
import org.opencgt.subject.PharmacologyPlan.Purpose;

/** What the engines of the numeric library find in a profile and in a schedule. Times are in days since the first dose. */
final class ProfileKinetics {

    private static final Units DAYS = new Units("d", "", "");
    private static final NonCompartmental ANALYSIS = NonCompartmental.withDefaults()
            .withStartRule(StartRule.PREDOSE)
            .withUnits(DAYS)
            .withAreaOver(new Interval(0, 28));
    private static final double SECONDS_A_DAY = 86_400;

    private final KineticProfile profile;
    private final Map<String, Double> days = new HashMap<>();

    ProfileKinetics(KineticProfile profile) {
        this.profile = profile;
        firstDose(profile)
                .ifPresent(dose -> profile.samples().forEach(sample -> {
                    if (sample.drawn() != null) {
                        days.put(sample.code(), day(dose, sample.drawn()));
                    }
                }));
    }

    static Optional<Instant> firstDose(KineticProfile profile) {
        return profile.doses().stream().map(KineticProfile.Dose::at).min(Comparator.naturalOrder());
    }

    /** Days from one time to another, as a double. */
    static double day(Instant from, Instant to) {
        return days(Duration.between(from, to));
    }

    private static double days(Duration span) {
        return (span.getSeconds() + span.getNano() / 1e9) / SECONDS_A_DAY;
    }

    static Map<String, PharmacologyPlan.Coverage> coverage(List<PharmacologyPlan.Point> schedule) {
        double[] times = schedule.stream()
                .filter(point -> point.purposes().contains(Purpose.KINETICS))
                .mapToDouble(point -> days(point.after()))
                .toArray();
        Map<String, PharmacologyPlan.Coverage> parts = new LinkedHashMap<>();
        for (SamplingSchedule.Coverage part :
                SamplingSchedule.withDefaults(DAYS).cover(times)) {
            parts.put(
                    part.part(),
                    new PharmacologyPlan.Coverage(
                            part.samples(), part.needed(), part.gaps().isEmpty()));
        }
        return parts;
    }

    static @Nullable BigDecimal depletion(BigDecimal before, BigDecimal after) {
        return before.signum() <= 0
                ? null
                : before.subtract(after).multiply(BigDecimal.valueOf(100)).divide(before, 1, RoundingMode.HALF_UP);
    }

    StopAdvice stopAdvice() {
        List<StopDecision> decisions = series(Purpose.KINETICS)
                .map(entry -> StopRule.DEFAULT.decide(sinceLastDose(entry.getKey(), entry.getValue())))
                .toList();
        if (decisions.isEmpty()) {
            return new StopAdvice(false, StopDecision.Reason.NO_SAMPLE.toString(), 0, null);
        }
        boolean all = decisions.stream().allMatch(StopDecision::mayStop);
        boolean some = decisions.stream().anyMatch(StopDecision::mayStop);
        StopDecision telling =
                decisions.stream().filter(d -> all || !d.mayStop()).findFirst().orElseThrow();
        String reason = all || !some ? telling.reason().toString() : StopDecision.Reason.OTHER_METHOD.toString();
        return new StopAdvice(
                all,
                reason,
                decisions.stream().mapToInt(StopDecision::below).min().orElse(0),
                decimal(decisions.stream()
                        .mapToDouble(StopDecision::lastSample)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(Double.NaN)));
    }

    Map<String, Parameters> parameters() {
        Map<String, Parameters> found = new TreeMap<>();
        series(Purpose.KINETICS)
                .filter(entry -> entry.getValue().reliable())
                .forEach(entry -> found.put(entry.getKey(), parameters(curve(entry.getKey(), entry.getValue()))));
        return found;
    }

    private static Parameters parameters(Curve curve) {
        KineticParameters p = ANALYSIS.analyse(curve);
        return new Parameters(
                decimal(p.observed().cmax()),
                decimal(p.observed().tmax()),
                decimal(p.areas().auclast()),
                decimal(p.partialAreas().values().stream().findFirst().orElse(Double.NaN)),
                decimal(p.observed().tlast()),
                decimal(p.terminal().halfLife()),
                p.hasReliableHalfLife(),
                decimal(p.cmaxOverTmax()),
                p.has(KineticFlag.STILL_QUANTIFIABLE),
                p.sampling().samples(),
                p.flags().stream().map(KineticFlag::toString).toList());
    }

    Map<String, Response> responses() {
        Map<String, Response> found = new TreeMap<>();
        series(Purpose.PHARMACODYNAMICS).forEach(entry -> {
            MarkerResponse r = Pharmacodynamics.withDefaults()
                    .withUnits(DAYS)
                    .respond(
                            curve(entry.getKey(), entry.getValue()),
                            entry.getValue().analyte());
            found.put(
                    entry.getKey(),
                    new Response(
                            decimal(r.baseline()),
                            decimal(r.peak()),
                            decimal(r.tPeak()),
                            decimal(r.fold()),
                            r.flags().stream().map(Object::toString).toList()));
        });
        return found;
    }

    List<String> interference() {
        Map<String, Double> pcr = values(true);
        Map<String, Double> flow = values(false);
        Map<String, Boolean> antibodies = new HashMap<>();
        profile.antibodies().forEach(test -> antibodies.merge(test.sample(), test.positive(), Boolean::logicalOr));
        Map<Double, String> samples = new HashMap<>();
        List<PairedMethods.Measured> measured = new ArrayList<>();
        days.forEach((sample, day) -> {
            if (pcr.containsKey(sample) || flow.containsKey(sample) || antibodies.containsKey(sample)) {
                samples.put(day, sample);
                measured.add(new PairedMethods.Measured(
                        profile.code(),
                        "",
                        day,
                        pcr.getOrDefault(sample, Double.NaN),
                        flow.getOrDefault(sample, Double.NaN),
                        antibodies.get(sample)));
            }
        });
        return PairedMethods.DEFAULT.compare(measured).stream()
                .filter(paired -> paired.flags().contains(PairedSample.Flag.POSSIBLE_ADA_INTERFERENCE))
                .map(paired -> samples.getOrDefault(paired.time(), ""))
                .toList();
    }

    List<String> affected() {
        Optional<Instant> begun = profile.medications().stream()
                .filter(KineticProfile.Medication::immuneActive)
                .map(KineticProfile.Medication::started)
                .min(Comparator.naturalOrder());
        return profile.samples().stream()
                .filter(sample -> sample.purposes().contains(Purpose.KINETICS)
                        || sample.purposes().contains(Purpose.PHARMACODYNAMICS))
                .filter(sample -> sample.drawn() != null
                        && begun.filter(start -> start.isBefore(sample.drawn())).isPresent())
                .map(Sample::code)
                .toList();
    }

    private Stream<Map.Entry<String, Series>> series(Purpose purpose) {
        return new TreeMap<>(profile.series())
                .entrySet().stream().filter(entry -> entry.getValue().purpose() == purpose);
    }

    /** Kinetic results of PCR or of flow cytometry by sample. */
    private Map<String, Double> values(boolean pcr) {
        Map<String, Double> values = new HashMap<>();
        series(Purpose.KINETICS)
                .filter(entry -> pcr
                        ? entry.getValue().technique() == Technique.QPCR
                                || entry.getValue().technique() == Technique.DPCR
                        : entry.getValue().technique() == Technique.FLOW_CYTOMETRY)
                .forEach(entry -> counted(entry.getKey(), entry.getValue())
                        .forEach(result -> values.putIfAbsent(result.sample(), value(entry.getValue(), result))));
        return values;
    }

    Curve curve(String assay) {
        Series series = profile.series().get(assay);
        if (series == null) {
            throw new IllegalArgumentException("no results of " + assay);
        }
        return curve(assay, series);
    }

    /** Results that are left out count as missing, so that they break a run of the stop rule. */
    private Curve curve(String assay, Series series) {
        Map<String, Measured> counted = new HashMap<>();
        counted(assay, series).forEach(result -> counted.put(result.sample(), result));
        List<Measured> timed = series.results().stream()
                .filter(result -> days.containsKey(result.sample()))
                .toList();
        double[] times = new double[timed.size()];
        double[] values = new double[timed.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = days.getOrDefault(timed.get(i).sample(), Double.NaN);
            values[i] = counted.containsKey(timed.get(i).sample()) ? value(series, timed.get(i)) : Double.NaN;
        }
        return Curve.of(profile.code(), times, values, limit(series));
    }

    /**
     * Results over the days since the last dose, missing where a kinetic sample was missed, has no result or a result that is left
     * out.
     */
    private Curve sinceLastDose(String assay, Series series) {
        Instant dose = profile.doses().stream()
                .map(KineticProfile.Dose::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
        Map<String, Measured> counted = new HashMap<>();
        counted(assay, series).forEach(result -> counted.put(result.sample(), result));
        Map<Double, Double> values = new TreeMap<>();
        for (Sample sample : profile.samples()) {
            Instant at = sample.drawn() == null ? sample.missed() : sample.drawn();
            if (dose == null || at == null || !sample.purposes().contains(Purpose.KINETICS)) {
                continue;
            }
            Measured result = counted.get(sample.code());
            values.put(day(dose, at), result == null ? Double.NaN : value(series, result));
        }
        return Curve.of(
                profile.code(),
                values.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                values.values().stream().mapToDouble(Double::doubleValue).toArray(),
                limit(series));
    }

    private static double limit(Series series) {
        return series.lloq() == null ? Double.NaN : series.lloq().doubleValue();
    }

    private Stream<Measured> counted(String assay, Series series) {
        return series.results().stream()
                .filter(result -> profile.exclusions().stream()
                        .noneMatch(e -> e.assay().equals(assay) && e.sample().equals(result.sample())));
    }

    private static double value(Series series, Measured result) {
        if (result.belowLimit()) {
            return 0;
        }
        if (result.value() == null) {
            return Double.NaN;
        }
        double value = result.value().doubleValue();
        return series.lloq() != null && value < series.lloq().doubleValue() ? 0 : value;
    }

    private static @Nullable BigDecimal decimal(double value) {
        return Double.isFinite(value) ? new BigDecimal(value, new MathContext(15)) : null;
    }
}
