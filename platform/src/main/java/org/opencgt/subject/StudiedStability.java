package org.opencgt.subject;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Language;
import org.opencgt.science.stability.BatchLine;
import org.opencgt.science.stability.Extrapolation;
import org.opencgt.science.stability.ModelKind;
import org.opencgt.science.stability.ShelfLife;
import org.opencgt.science.stability.ShelfLifePlan;
import org.opencgt.science.stability.Specification;
import org.opencgt.science.stability.StabilityData;
import org.opencgt.science.stability.report.ShelfLifeReport;
import org.opencgt.science.statistics.StudentT;
import org.opencgt.subject.StabilityStudy.Change;
import org.opencgt.subject.StabilityStudy.ConditionRole;
import org.opencgt.subject.StabilityStudy.Estimate;
import org.opencgt.subject.StabilityStudy.ExcursionBand;
import org.opencgt.subject.StabilityStudy.PlannedTest;
import org.opencgt.subject.StabilityStudy.StudiedBatch;
import org.opencgt.subject.StabilityStudy.StudyCondition;
import org.opencgt.subject.StabilityStudy.StudyResult;
import org.opencgt.subject.StabilityStudy.Supported;
import org.opencgt.subject.StabilityStudy.TimeUnit;

/** What the engines of ICH Q1E find in a study of stability. */
final class StudiedStability {

    /** What limits where no test does. */
    static final String COVERED = "covered-time";

    private static final MathContext DIGITS = new MathContext(12);
    private static final double DAYS_A_MONTH = 365.25 / 12;
    private static final double SECONDS_AN_HOUR = 3600;
    private static final double TWO_SIDED = 0.975;

    private final StabilityStudy study;

    StudiedStability(StabilityStudy study) {
        this.study = study;
    }

    Map<String, Estimate> estimates() {
        Map<String, Estimate> all = new LinkedHashMap<>();
        for (PlannedTest test : study.design().tests()) {
            if (test.numeric()) {
                all.put(test.name(), estimate(test));
            }
        }
        return all;
    }

    private Estimate estimate(PlannedTest test) {
        Lines lines = lines(test);
        try {
            ShelfLife found = lines.fitted().found();
            return new Estimate(
                    found.model().toString(),
                    lines.batches(),
                    lines.rows().size(),
                    decimal(found.shelfLife()),
                    decimal(Math.min(found.shelfLife(), limit(lines.covered()))),
                    found.worstBatch(),
                    found.flags().stream().map(Object::toString).toList(),
                    null);
        } catch (BadInput bad) {
            return new Estimate(
                    null,
                    lines.batches(),
                    lines.rows().size(),
                    null,
                    null,
                    null,
                    List.of(),
                    bad.fault().text(Language.ENGLISH));
        }
    }

    List<Change> changes() {
        List<Change> all = new ArrayList<>();
        for (StudyCondition condition : study.design().conditions()) {
            for (PlannedTest test : study.design().tests()) {
                List<StudyResult> rows = study.results().stream()
                        .filter(result -> result.condition().equals(condition.code())
                                && result.test().equals(test.name())
                                && result.value() != null)
                        .toList();
                if (test.numeric() && !rows.isEmpty()) {
                    all.add(change(condition, test, rows));
                }
            }
        }
        return List.copyOf(all);
    }

    private Change change(StudyCondition condition, PlannedTest test, List<StudyResult> rows) {
        boolean outside = rows.stream().anyMatch(result -> !meets(result));
        Optional<BatchLine> line = slope(test, rows);
        double rate = line.map(BatchLine::slope).orElse(Double.NaN);
        double half = line.map(each -> each.seSlope() * StudentT.quantile(TWO_SIDED, each.df()))
                .orElse(Double.NaN);
        boolean moves = rate - half > 0 || rate + half < 0;
        return new Change(
                condition.code(),
                condition.role(),
                test.name(),
                rows.size(),
                decimal(rate),
                decimal(rate - half),
                decimal(rate + half),
                outside,
                outside || moves);
    }

    /** Empty where the results bear no line with a variance. */
    private static Optional<BatchLine> slope(PlannedTest test, List<StudyResult> rows) {
        try {
            return new Lines(test, rows, 0, 0)
                    .fitted().found().models().values().stream()
                            .filter(model -> model.model() == ModelKind.DICS || model.model() == ModelKind.SINGLE)
                            .findFirst()
                            .map(model -> model.batches().getFirst())
                            .filter(each -> each.df() > 0 && Double.isFinite(each.seSlope()));
        } catch (BadInput none) {
            return Optional.empty();
        }
    }

    ShelfLifeReport fitted(PlannedTest test) {
        return lines(test).fitted();
    }

    /**
     * What lines are drawn through: the results of one test at the intended condition.
     *
     * @param covered the time that all primary batches reach; infinite without any
     */
    private record Lines(PlannedTest test, List<StudyResult> rows, int batches, double covered) {

        /** @throws BadInput where they bear no line */
        ShelfLifeReport fitted() {
            StabilityData data = StabilityData.of(
                    rows.stream().<@Nullable String>map(StudyResult::batch).toList(),
                    rows.stream().mapToDouble(r -> r.time().doubleValue()).toArray(),
                    rows.stream().mapToDouble(r -> number(r.value())).toArray());
            ShelfLifePlan plan = ShelfLifePlan.of(new Specification(
                    number(test.criterion().minimum()), number(test.criterion().maximum())));
            return new ShelfLifeReport(data, plan, ShelfLife.of(data, plan));
        }
    }

    /**
     * A primary batch is a line from its second time on, another from its third: with two it would have no variance of its own.
     */
    private Lines lines(PlannedTest test) {
        List<StudyResult> rows = new ArrayList<>();
        double covered = Double.POSITIVE_INFINITY;
        int batches = 0;
        for (StudiedBatch batch : study.batches()) {
            List<StudyResult> own = study.results().stream()
                    .filter(result -> result.batch().equals(batch.code())
                            && result.test().equals(test.name())
                            && result.value() != null
                            && intended(result))
                    .toList();
            double[] times = own.stream()
                    .mapToDouble(result -> result.time().doubleValue())
                    .distinct()
                    .toArray();
            if (times.length >= (batch.primary() ? 2 : 3)) {
                rows.addAll(own);
                batches++;
                if (batch.primary()) {
                    covered = Math.min(covered, Arrays.stream(times).max().orElse(0));
                }
            }
        }
        return new Lines(test, rows, batches, covered);
    }

    /** How far extrapolation goes from the time that all primary batches cover; cycles and use are not extrapolated. */
    private double limit(double covered) {
        if (!Double.isFinite(covered)) {
            return 0;
        }
        return extrapolationUnit()
                .filter(unit -> extrapolates())
                .map(unit -> Extrapolation.of(
                                Extrapolation.Storage.valueOf(
                                        study.design().keptAt().name()),
                                significant(ConditionRole.ACCELERATED),
                                significant(ConditionRole.INTERMEDIATE),
                                covered,
                                unit)
                        .limit())
                .orElse(covered);
    }

    private Optional<Extrapolation.TimeUnit> extrapolationUnit() {
        return switch (study.design().unit()) {
            case HOURS -> Optional.of(Extrapolation.TimeUnit.HOURS);
            case DAYS -> Optional.of(Extrapolation.TimeUnit.DAYS);
            case WEEKS -> Optional.of(Extrapolation.TimeUnit.WEEKS);
            case MONTHS -> Optional.of(Extrapolation.TimeUnit.MONTHS);
            case CYCLES -> Optional.empty();
        };
    }

    /** Without results under such a condition nobody knows that there was no change. */
    private Extrapolation.Change significant(ConditionRole role) {
        Set<String> codes = codes(role);
        List<StudyResult> rows = study.results().stream()
                .filter(result -> codes.contains(result.condition()))
                .toList();
        return !rows.isEmpty() && rows.stream().allMatch(this::meets)
                ? Extrapolation.Change.NONE
                : Extrapolation.Change.CHANGE;
    }

    BigDecimal conforming() {
        return conforming(codes(ConditionRole.INTENDED));
    }

    private BigDecimal conforming(Set<String> conditions) {
        BigDecimal least = null;
        for (StudiedBatch batch : study.batches()) {
            BigDecimal reached = reached(batch.code(), conditions);
            boolean failed = study.results().stream()
                    .anyMatch(result -> result.batch().equals(batch.code())
                            && conditions.contains(result.condition())
                            && !meets(result));
            if (batch.primary() || failed) {
                least = least == null ? reached : least.min(reached);
            }
        }
        return least == null || conditions.isEmpty() ? BigDecimal.ZERO : least;
    }

    /** Up to when a batch met every criterion at every time for which it is planned, under all of the conditions. */
    private BigDecimal reached(String batch, Set<String> conditions) {
        BigDecimal reached = BigDecimal.ZERO;
        for (BigDecimal time :
                study.design().timePoints().stream().sorted().distinct().toList()) {
            boolean all = study.design().tests().stream()
                    .filter(test -> test.timePoints().stream().anyMatch(t -> t.compareTo(time) == 0))
                    .allMatch(test -> conditions.stream()
                            .allMatch(code -> found(batch, code, time, test.name())
                                    .filter(this::meets)
                                    .isPresent()));
            if (!all) {
                return reached;
            }
            reached = time;
        }
        return reached;
    }

    @Nullable
    Supported supported() {
        BigDecimal covered = conforming();
        BigDecimal least = null;
        String by = COVERED;
        // a line is one over time: cycles do not harm evenly, so that what was seen counts
        Map<String, Estimate> lines = study.design().unit() == TimeUnit.CYCLES ? Map.of() : estimates();
        for (Map.Entry<String, Estimate> each : lines.entrySet()) {
            BigDecimal proposed = each.getValue().proposed();
            if (proposed == null) { // no line through the results: what was seen counts, and no more
                proposed = covered;
            }
            if (least == null || proposed.compareTo(least) < 0) {
                least = proposed;
                by = each.getKey();
            }
        }
        if (least == null
                || covered.compareTo(least) <= 0
                        && (!extrapolates() || !failing().isEmpty())) {
            least = covered;
            by = COVERED;
        }
        return least.signum() <= 0
                ? null
                : new Supported(least, duration(least), by, study.batches().size());
    }

    /** Whether the rules allow to go beyond the data: never for cycles, use and transport, nor frozen. */
    private boolean extrapolates() {
        return study.design().keptAt() != StabilityStudy.KeptAt.FROZEN
                && study.purpose() == StabilityStudy.Purpose.STORAGE;
    }

    List<ExcursionBand> bands() {
        if (study.design().unit() == TimeUnit.CYCLES) {
            return List.of();
        }
        List<ExcursionBand> bands = new ArrayList<>();
        for (StudyCondition condition : study.design().conditions()) {
            if (condition.role() == ConditionRole.EXCURSION) {
                BigDecimal borne = conforming(Set.of(condition.code()));
                if (borne.signum() > 0) {
                    bands.add(new ExcursionBand(
                            condition.minimum(),
                            condition.maximum(),
                            hours(borne),
                            condition.departures() == null ? 1 : condition.departures()));
                }
            }
        }
        return List.copyOf(bands);
    }

    @Nullable
    Instant nextPull() {
        if (study.design().unit() == TimeUnit.CYCLES) {
            return null;
        }
        Set<String> codes = codes(ConditionRole.INTENDED);
        return study.batches().stream()
                .flatMap(batch -> study.design().timePoints().stream()
                        .filter(time -> study.pulls().stream()
                                .noneMatch(pull -> pull.batch().equals(batch.code())
                                        && codes.contains(pull.condition())
                                        && pull.time().compareTo(time) == 0))
                        .map(time -> batch.placed().plus(span(time))))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    List<String> failing() {
        return study.results().stream()
                .filter(result -> intended(result) && !meets(result))
                .map(StudyResult::test)
                .distinct()
                .toList();
    }

    private Optional<StudyResult> found(String batch, String condition, BigDecimal time, String test) {
        return study.results().stream()
                .filter(r -> r.batch().equals(batch)
                        && r.condition().equals(condition)
                        && r.test().equals(test)
                        && r.time().compareTo(time) == 0)
                .findFirst();
    }

    private boolean intended(StudyResult result) {
        return codes(ConditionRole.INTENDED).contains(result.condition());
    }

    private Set<String> codes(ConditionRole role) {
        return study.design().conditions().stream()
                .filter(condition -> condition.role() == role)
                .map(StudyCondition::code)
                .collect(Collectors.toSet());
    }

    boolean meets(StudyResult result) {
        return study.design().tests().stream()
                .filter(test -> test.name().equals(result.test()))
                .findFirst()
                .map(test -> meets(result, test.criterion()))
                .orElse(false);
    }

    private static boolean meets(StudyResult result, Product.Criterion limit) {
        BigDecimal value = result.value();
        return (limit.minimum() == null || value != null && value.compareTo(limit.minimum()) >= 0)
                && (limit.maximum() == null || value != null && value.compareTo(limit.maximum()) <= 0)
                && (limit.accepted().isEmpty() || limit.accepted().contains(result.words()));
    }

    private static double number(@Nullable BigDecimal value) {
        return value == null ? Double.NaN : value.doubleValue();
    }

    private static @Nullable BigDecimal decimal(double value) {
        return Double.isFinite(value) ? new BigDecimal(value, DIGITS) : null;
    }

    private BigDecimal hours(BigDecimal time) {
        return new BigDecimal(span(time).toSeconds() / SECONDS_AN_HOUR, DIGITS);
    }

    private @Nullable Duration duration(BigDecimal time) {
        return study.design().unit() == TimeUnit.CYCLES ? null : span(time);
    }

    /** A time of the study in whole seconds, rounded down: a shelf life is never made longer. */
    private Duration span(BigDecimal time) {
        double hours = switch (study.design().unit()) {
            case HOURS -> 1;
            case DAYS -> 24;
            case WEEKS -> 168;
            case MONTHS -> DAYS_A_MONTH * 24;
            case CYCLES -> throw new IllegalStateException("cycles are no time");
        };
        return Duration.ofSeconds(time.multiply(BigDecimal.valueOf(hours * SECONDS_AN_HOUR))
                .setScale(0, RoundingMode.DOWN)
                .longValueExact());
    }
}
