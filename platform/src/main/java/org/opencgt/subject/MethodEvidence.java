package org.opencgt.subject;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.assay.AccuracyLevel;
import org.opencgt.science.assay.BlandAltman;
import org.opencgt.science.assay.Concordance;
import org.opencgt.science.assay.Correlation;
import org.opencgt.science.assay.DetectionLimit;
import org.opencgt.science.assay.Discrimination;
import org.opencgt.science.assay.Kappa;
import org.opencgt.science.assay.Linearity;
import org.opencgt.science.assay.PairedProportions;
import org.opencgt.science.assay.Pairs;
import org.opencgt.science.assay.PassingBablok;
import org.opencgt.science.assay.Precision;
import org.opencgt.science.statistics.BinomialLink;
import org.opencgt.science.statistics.ExactProportion;
import org.opencgt.subject.MethodPlan.Criterion;
import org.opencgt.subject.MethodStudy.Line;
import org.opencgt.subject.MethodStudy.Nature;
import org.opencgt.subject.MethodStudy.Reading;
import org.opencgt.subject.MethodStudy.Side;
import org.opencgt.subject.MethodStudy.Verdict;

/**
 * What the engines of {@code assay} find of a method's readings, figure by figure, so that one that cannot be computed leaves the
 * others; it is then not met.
 */
public final class MethodEvidence {

    private static final double CONFIDENCE = 0.95;
    private static final double BETA = 0.95;

    private final MethodPlan plan;
    private final List<Reading> readings;

    public MethodEvidence(MethodPlan plan, List<Reading> readings) {
        this.plan = plan;
        this.readings = readings;
    }

    /** A sample that both methods measured. */
    public record Pair(String sample, double reference, double candidate) {}

    /** A figure with its number of results; NaN where it has no limit. */
    private record Found(int n, double estimate, double lower, double upper) {
        static Found only(int n, double estimate) {
            return new Found(n, estimate, Double.NaN, Double.NaN);
        }
    }

    Verdict verdict() {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Criterion criterion : plan.criteria()) {
            lines.put(criterion.figure().name().toLowerCase(Locale.ROOT), line(criterion));
        }
        List<String> unmet = lines.entrySet().stream()
                .filter(entry -> !entry.getValue().met())
                .map(Map.Entry::getKey)
                .toList();
        return new Verdict(!lines.isEmpty() && unmet.isEmpty(), unmet, lines);
    }

    private Line line(Criterion criterion) {
        try {
            Found found = found(criterion);
            return new Line(
                    found.n(),
                    decimal(found.estimate()),
                    decimal(found.lower()),
                    decimal(found.upper()),
                    found.n() >= criterion.least() && holds(criterion, found),
                    null);
        } catch (BadInput refused) {
            // too few results or none that vary: not shown, so not met, and the page says why
            return new Line(0, null, null, null, false, refused.getMessage());
        }
    }

    private Found found(Criterion criterion) {
        return switch (criterion.figure()) {
            case KAPPA -> kappa();
            case DETECTION_DIFFERENCE -> detectionDifference();
            case DETECTION_LIMIT -> Found.only(spiked(Side.CANDIDATE).size(), detectionLimit(Side.CANDIDATE));
            case DETECTION_LIMIT_RATIO ->
                Found.only(
                        Math.min(
                                spiked(Side.CANDIDATE).size(),
                                spiked(Side.REFERENCE).size()),
                        detectionLimit(Side.CANDIDATE) / detectionLimit(Side.REFERENCE));
            case SPECIFICITY -> specificity();
            case SPECIFICITY_DIFFERENCE -> specificityDifference();
            case SLOPE -> {
                PassingBablok line = PassingBablok.of(numbers(), CONFIDENCE);
                yield new Found(line.n(), line.slope(), line.slopeLower(), line.slopeUpper());
            }
            case INTERCEPT -> {
                PassingBablok line = PassingBablok.of(numbers(), CONFIDENCE);
                yield new Found(line.n(), line.intercept(), line.interceptLower(), line.interceptUpper());
            }
            case BIAS -> {
                BlandAltman found = BlandAltman.of(numbers(), CONFIDENCE);
                yield new Found(found.n(), found.bias(), found.biasLower(), found.biasUpper());
            }
            case AGREEMENT -> {
                BlandAltman found = BlandAltman.of(numbers(), CONFIDENCE);
                yield new Found(found.n(), found.bias(), found.lowerLimit(), found.upperLimit());
            }
            case CORRELATION -> {
                Correlation found = Correlation.of(numbers(), CONFIDENCE);
                yield new Found(found.n(), found.r(), found.lower(), found.upper());
            }
            case CONCORDANCE -> {
                Concordance found = Concordance.of(numbers(), CONFIDENCE, true);
                yield new Found(found.n(), found.ccc(), found.lower(), found.upper());
            }
            case REPEATABILITY ->
                precision(Side.CANDIDATE, p -> p.repeatability().cvPercent());
            case INTERMEDIATE_PRECISION ->
                precision(Side.CANDIDATE, p -> p.intermediatePrecision().cvPercent());
            case PRECISION_RATIO -> precisionRatio();
            case RECOVERY -> recovery(criterion);
            case LINEARITY -> {
                Linearity line = Linearity.of(levels(), Linearity.Weighting.NONE, CONFIDENCE);
                yield Found.only(line.n(), line.rSquared());
            }
            case RANGE -> range();
            case DISCRIMINATION -> discrimination();
        };
    }

    /** What of a figure is held against its bounds. */
    private static boolean holds(Criterion criterion, Found found) {
        double minimum = criterion.minimum() == null
                ? Double.NEGATIVE_INFINITY
                : criterion.minimum().doubleValue();
        double maximum = criterion.maximum() == null
                ? Double.POSITIVE_INFINITY
                : criterion.maximum().doubleValue();
        if (criterion.minimum() == null && criterion.maximum() == null) {
            return false;
        }
        return switch (criterion.figure()) {
            case KAPPA, DETECTION_DIFFERENCE, CORRELATION, CONCORDANCE ->
                found.lower() >= minimum && found.lower() <= maximum;
            case SLOPE, INTERCEPT, BIAS, AGREEMENT, RECOVERY -> found.lower() >= minimum && found.upper() <= maximum;
            case RANGE ->
                (criterion.minimum() == null || found.lower() <= minimum)
                        && (criterion.maximum() == null || found.upper() >= maximum);
            case DETECTION_LIMIT,
                    DETECTION_LIMIT_RATIO,
                    SPECIFICITY,
                    SPECIFICITY_DIFFERENCE,
                    REPEATABILITY,
                    INTERMEDIATE_PRECISION,
                    PRECISION_RATIO,
                    LINEARITY,
                    DISCRIMINATION -> found.estimate() >= minimum && found.estimate() <= maximum;
        };
    }

    /** Routine samples that both methods measured, in the order of the first. */
    public List<Pair> pairs() {
        Map<String, Double> reference = new LinkedHashMap<>();
        readings.stream()
                .filter(r -> r.nature() == Nature.ROUTINE && r.side() == Side.REFERENCE && r.value() != null)
                .forEach(r -> reference.putIfAbsent(r.sample(), value(r)));
        List<Pair> pairs = new ArrayList<>();
        readings.stream()
                .filter(r -> r.nature() == Nature.ROUTINE && r.side() == Side.CANDIDATE && r.value() != null)
                .forEach(r -> {
                    Double other = reference.remove(r.sample());
                    if (other != null) {
                        pairs.add(new Pair(r.sample(), other, value(r)));
                    }
                });
        return List.copyOf(pairs);
    }

    private Pairs numbers() {
        List<Pair> pairs = pairs();
        return Pairs.of(
                pairs.stream().mapToDouble(Pair::reference).toArray(),
                pairs.stream().mapToDouble(Pair::candidate).toArray());
    }

    /** Samples with detected or not by both: {both, candidate only, reference only, neither}. */
    public int[] detections(Set<Nature> natures) {
        Map<String, Boolean> reference = new LinkedHashMap<>();
        readings.stream()
                .filter(r -> natures.contains(r.nature()) && r.side() == Side.REFERENCE && r.detected() != null)
                .forEach(r -> reference.putIfAbsent(r.sample(), r.detected()));
        int[] counts = new int[4];
        readings.stream()
                .filter(r -> natures.contains(r.nature()) && r.side() == Side.CANDIDATE && r.detected() != null)
                .forEach(r -> {
                    Boolean other = reference.remove(r.sample());
                    if (other != null) {
                        boolean own = Boolean.TRUE.equals(r.detected());
                        counts[own ? (other ? 0 : 1) : (other ? 2 : 3)]++;
                    }
                });
        return counts;
    }

    private Found kappa() {
        int[] c = detections(EnumSet.of(Nature.ROUTINE, Nature.SPIKED, Nature.NEGATIVE));
        Kappa found = Kappa.of(
                List.of("detected", "not_detected"),
                new double[][] {{c[0], c[1]}, {c[2], c[3]}},
                Kappa.Weights.NONE,
                CONFIDENCE);
        return new Found(
                Arrays.stream(c).sum(),
                found.defined() ? found.kappa() : Double.NaN,
                found.defined() ? found.lower() : Double.NaN,
                found.defined() ? found.upper() : Double.NaN);
    }

    private Found detectionDifference() {
        int[] c = detections(EnumSet.of(Nature.SPIKED));
        PairedProportions found = PairedProportions.of(c[0], c[1], c[2], c[3], CONFIDENCE);
        return new Found(found.n(), 100 * found.difference(), 100 * found.lower(), 100 * found.upper());
    }

    private List<Reading> spiked(Side side) {
        return readings.stream()
                .filter(r ->
                        r.nature() == Nature.SPIKED && r.side() == side && r.nominal() != null && r.detected() != null)
                .toList();
    }

    private double detectionLimit(Side side) {
        Map<Double, int[]> levels = new TreeMap<>();
        for (Reading reading : spiked(side)) {
            int[] counts = levels.computeIfAbsent(
                    Objects.requireNonNull(reading.nominal()).doubleValue(), unseen -> new int[2]);
            counts[0] += Boolean.TRUE.equals(reading.detected()) ? 1 : 0;
            counts[1]++;
        }
        DetectionLimit found = DetectionLimit.of(
                levels.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                levels.values().stream().mapToDouble(c -> c[0]).toArray(),
                levels.values().stream().mapToDouble(c -> c[1]).toArray(),
                BinomialLink.PROBIT,
                CONFIDENCE);
        // where one level has none and the next has all, the limit is the lowest level that was always found
        return found.separated() && found.bracket().length == 2 ? found.bracket()[1] : found.lod95();
    }

    private Stream<Boolean> negatives(Side side) {
        return readings.stream()
                .filter(r -> r.nature() == Nature.NEGATIVE && r.side() == side)
                .map(Reading::detected)
                .filter(Objects::nonNull);
    }

    private ExactProportion negative(Side side) {
        List<Boolean> found = negatives(side).toList();
        return ExactProportion.of(found.stream().filter(d -> !d).count(), found.size(), CONFIDENCE);
    }

    private Found specificity() {
        ExactProportion found = negative(Side.CANDIDATE);
        return new Found((int) found.total(), 100 * found.share(), 100 * found.lower(), 100 * found.upper());
    }

    private Found specificityDifference() {
        ExactProportion candidate = negative(Side.CANDIDATE);
        ExactProportion reference = negative(Side.REFERENCE);
        return Found.only(
                (int) Math.min(candidate.total(), reference.total()), 100 * (candidate.share() - reference.share()));
    }

    /** The worst of the samples; each has its own components of variance between and within runs. */
    private Found precision(Side side, Function<Precision, Double> figure) {
        Map<String, List<Reading>> samples = new LinkedHashMap<>();
        readings.stream()
                .filter(r -> r.nature() == Nature.PRECISION && r.side() == side && r.value() != null)
                .forEach(r -> samples.computeIfAbsent(r.sample(), unseen -> new ArrayList<>())
                        .add(r));
        int least = samples.isEmpty() ? 0 : Integer.MAX_VALUE;
        double worst = samples.isEmpty() ? Double.NaN : 0;
        for (List<Reading> own : samples.values()) {
            List<String> runs = own.stream().map(Reading::run).distinct().toList();
            Precision found = Precision.of(
                    own.stream().mapToDouble(MethodEvidence::value).toArray(),
                    List.of("run"),
                    List.of(own.stream().mapToInt(r -> runs.indexOf(r.run())).toArray()),
                    true,
                    CONFIDENCE);
            least = Math.min(least, found.n());
            worst = Math.max(worst, figure.apply(found));
        }
        return Found.only(least, worst);
    }

    private Found precisionRatio() {
        Found candidate =
                precision(Side.CANDIDATE, p -> p.intermediatePrecision().cvPercent());
        Found reference =
                precision(Side.REFERENCE, p -> p.intermediatePrecision().cvPercent());
        return Found.only(Math.min(candidate.n(), reference.n()), candidate.estimate() / reference.estimate());
    }

    private List<Reading> measured() {
        return readings.stream()
                .filter(r -> r.nature() == Nature.SPIKED
                        && r.side() == Side.CANDIDATE
                        && r.nominal() != null
                        && r.value() != null)
                .toList();
    }

    private double[] nominals() {
        return measured().stream()
                .mapToDouble(r -> Objects.requireNonNull(r.nominal()).doubleValue())
                .toArray();
    }

    private Pairs levels() {
        return Pairs.of(
                nominals(),
                measured().stream().mapToDouble(MethodEvidence::value).toArray());
    }

    /** The level whose interval reaches furthest beyond a bound, or nearest to it; with the fewest results of a level. */
    private Found recovery(Criterion criterion) {
        List<Reading> own = measured();
        List<@Nullable String> series = new ArrayList<>();
        own.forEach(r -> series.add(r.run()));
        List<AccuracyLevel> found = AccuracyLevel.of(
                nominals(), own.stream().mapToDouble(MethodEvidence::value).toArray(), series, BETA);
        double middle = Stream.of(criterion.minimum(), criterion.maximum())
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .average()
                .orElse(100);
        AccuracyLevel worst = found.stream()
                .max(Comparator.comparingDouble(
                        level -> Math.max(middle - level.recoveryCi90()[0], level.recoveryCi90()[1] - middle)))
                .orElseThrow();
        return new Found(
                found.stream().mapToInt(AccuracyLevel::n).min().orElse(0),
                worst.recoveryMean(),
                worst.recoveryCi90()[0],
                worst.recoveryCi90()[1]);
    }

    private Found range() {
        double[] nominal = nominals();
        return new Found(
                (int) DoubleStream.of(nominal).distinct().count(),
                Double.NaN,
                DoubleStream.of(nominal).min().orElse(Double.NaN),
                DoubleStream.of(nominal).max().orElse(Double.NaN));
    }

    private Found discrimination() {
        double[] active = values(Nature.ACTIVE);
        double[] degraded = values(Nature.DEGRADED);
        Discrimination found = Discrimination.of(active, degraded);
        return Found.only(Math.min(found.active(), found.inactive()), found.probability());
    }

    private double[] values(Nature nature) {
        return readings.stream()
                .filter(r -> r.nature() == nature && r.side() == Side.CANDIDATE && r.value() != null)
                .mapToDouble(MethodEvidence::value)
                .toArray();
    }

    private static double value(Reading reading) {
        return Objects.requireNonNull(reading.value()).doubleValue();
    }

    private static @Nullable BigDecimal decimal(double value) {
        return Double.isFinite(value) ? new BigDecimal(value, new MathContext(15)) : null;
    }
}
