package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Derived;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;
import org.opencgt.science.stability.report.ShelfLifeReport;

/**
 * How the quality of a product, or of a material on its way to it, changes with time, with cycles of freezing and thawing, or away
 * from its storage conditions. What the data bear is found by the engines of ICH Q1E when a rule asks.
 *
 * @param batches placed on study, in order
 * @param pulls samples taken out of storage
 * @param results a newer result of the same test, batch, condition and time replaces the older
 */
@RecordBuilder
@Subject.Kind(value = "stability-study", prefix = "SS")
public record StabilityStudy(
        String title,
        Ref<Product> product,
        Status status,
        Purpose purpose,
        StudiedMaterial material,
        Design design,
        List<StudiedBatch> batches,
        List<Pull> pulls,
        List<StudyResult> results,
        @Nullable LocalDate approved)
        implements Subject, StabilityStudyBuilder.With {

    /** {@link Supported#limitedBy()} where it is the time that the results reach. */
    public static final String COVERED = StudiedStability.COVERED;

    public enum Status {
        PLANNED,
        APPROVED
    }

    /** What the study is to show. */
    public enum Purpose {
        STORAGE,
        TRANSPORT,
        IN_USE,
        FREEZE_THAW,
        HOLD
    }

    /** What is studied. */
    public enum StudiedMaterial {
        STARTING_CELLS,
        INTERMEDIATE,
        DRUG_SUBSTANCE,
        FINISHED_PRODUCT,
        IN_USE_SAMPLE,
        CELL_BANK,
        REFERENCE_STANDARD
    }

    /** In what times of the study are counted. */
    public enum TimeUnit {
        HOURS,
        DAYS,
        WEEKS,
        MONTHS,
        CYCLES
    }

    /** Where the material is kept; it decides how far data may be extrapolated. */
    public enum KeptAt {
        ROOM,
        REFRIGERATED,
        FROZEN
    }

    /**
     * The plan, settled before results are seen.
     *
     * @param guidance that it follows, such as ICH Q5C
     * @param plannedLength the last time of the plan
     * @param claim the shelf life, time limit or number of cycles that it is to support
     * @param timePoints at which samples are pulled
     * @param densityMinimum of production and use
     * @param omissions what is left out, each with its reason: a word of {@link Aspect}, {@link Challenge} or {@link Factor}
     */
    public record Design(
            @Nullable String guidance,
            TimeUnit unit,
            KeptAt keptAt,
            @In(value = "1", min = "0") BigDecimal plannedLength,
            @In(value = "1", min = "0") BigDecimal claim,
            @In(value = "1", min = "0") List<BigDecimal> timePoints,
            List<StudyCondition> conditions,
            List<PlannedTest> tests,
            String container,
            @In(value = "10*6/mL", min = "0") BigDecimal densityMinimum,
            @In(value = "10*6/mL", min = "0") BigDecimal densityMaximum,
            @In(value = "mL", min = "0") BigDecimal volumeMinimum,
            @In(value = "mL", min = "0") BigDecimal volumeMaximum,
            @Text(max = 2000, lines = true) @Nullable String representativeness,
            List<Factor> factors,
            Map<String, String> omissions) {}

    /** A condition under which the material is kept. */
    public record StudyCondition(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String code,
            ConditionRole role,
            @In(value = "Cel", min = "-273.15", max = "200") BigDecimal minimum,
            @In(value = "Cel", min = "-273.15", max = "200") BigDecimal maximum,
            @Nullable @In(value = "1", min = "1") Integer departures,
            List<Challenge> challenges,
            @Text(max = 500) @Nullable String sensitivity) {}

    /**
     * What a condition is for: only the intended one sets a shelf life.
     *
     * <ul>
     *   <li>{@code INTENDED}: as the material will be kept
     *   <li>{@code EXCURSION}: away from it for a while, in a stated range and so often as {@code departures} says
     * </ul>
     */
    public enum ConditionRole {
        INTENDED,
        INTERMEDIATE,
        ACCELERATED,
        STRESS,
        EXCURSION,
        WORST_CASE
    }

    /** What a condition exposes the material to. */
    public enum Challenge {
        HOT_SEASON,
        DISTANCE,
        VIBRATION_FREQUENCY,
        VIBRATION_AMPLITUDE,
        COLD_CHAIN_BREAK,
        AGITATION,
        UPRIGHT,
        INVERTED,
        HORIZONTAL,
        HEAT,
        LIGHT,
        MECHANICAL_FORCE
    }

    /** What of real use the plan takes into account. */
    public enum Factor {
        PRESERVATION,
        PACKAGING,
        TRANSPORT,
        CLINICAL_MIXING,
        ADMINISTRATION,
        SYRINGE_AND_NEEDLE,
        ASPIRATION_SPEED,
        INJECTION_SPEED,
        PREPARATION,
        INFUSION_TUBING,
        TEMPERATURE,
        LIGHT,
        TIME
    }

    /** What a test tells of. */
    public enum Aspect {
        PHYSICOCHEMICAL,
        VIABILITY,
        VIABLE_COUNT,
        FUNCTIONAL_FRACTION,
        BIOLOGICAL_ACTIVITY,
        PURITY,
        IMPURITIES,
        MICROBIAL_SAFETY,
        EXCIPIENT_CONTENT
    }

    /**
     * A test of the plan.
     *
     * @param name as in the product's specification
     * @param criterion as in the product's specification where it has the test
     * @param methodReason why the method is not that of release
     * @param timePoints at which it is done
     */
    public record PlannedTest(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String name,
            Aspect aspect,
            String method,
            @Text(max = 500) @Nullable String methodReason,
            Product.Criterion criterion,
            @In(value = "1", min = "0") List<BigDecimal> timePoints) {

        public boolean numeric() {
            return criterion.minimum() != null || criterion.maximum() != null;
        }
    }

    /** Where a batch on study comes from. */
    public enum BatchSource {
        PATIENT,
        HEALTHY_DONOR,
        DEVELOPMENT,
        SIMILAR_PRODUCT
    }

    /** How the sample container relates to that of the product. */
    public enum ContainerLikeness {
        SAME,
        SMALLER_OF_SAME_MATERIAL,
        OTHER
    }

    /**
     * A batch on study.
     *
     * @param primary whether the shelf life rests on it; others, placed later, can only shorten it
     */
    public record StudiedBatch(
            @Text(max = 40) String code,
            BatchSource source,
            boolean primary,
            String processVersion,
            ContainerLikeness containerLikeness,
            @In(value = "10*6/mL", min = "0") BigDecimal density,
            @In(value = "mL", min = "0") BigDecimal volume,
            Instant placed) {}

    /** Samples of a batch taken out of a condition. */
    public record Pull(
            @Text(max = 40) String batch,
            String condition,
            @In(value = "1", min = "0") BigDecimal time,
            Instant pulled) {}

    /** One result. */
    public record StudyResult(
            String batch,
            String condition,
            @In(value = "1", min = "0") BigDecimal time,
            String test,
            @Nullable BigDecimal value,
            @Nullable @Text(max = 60) String words) {}

    /**
     * What the results of one numeric test at the intended condition bear, after ICH Q1E; times in the unit of the study.
     *
     * @param model that poolability chose; absent where there is no answer
     * @param shelfLife where the confidence limit meets the criterion; absent where it never does or there is no answer
     * @param proposed no longer than extrapolation allows; absent where there is no answer
     * @param problem why there is no answer; absent where there is one
     */
    public record Estimate(
            @Nullable String model,
            int batches,
            int results,
            @Nullable @In("1") BigDecimal shelfLife,
            @Nullable @In("1") BigDecimal proposed,
            @Nullable String worstBatch,
            List<String> flags,
            @Nullable String problem) {}

    /**
     * What the study as a whole bears now.
     *
     * @param value in the unit of the study
     * @param duration the same; absent where cycles are counted
     * @param limitedBy the test with the shortest shelf life, or {@code covered-time}
     */
    public record Supported(
            @In("1") BigDecimal value, @Nullable Duration duration, String limitedBy, int batches) {}

    /**
     * How a numeric test changes under a condition, all batches with one slope of their own intercepts (ICH Q1E).
     *
     * @param rate in a unit of the study's time; absent where the results bear no line
     * @param rateLower of its two-sided 95% confidence interval
     * @param outside whether a result lies outside the criterion
     * @param sensitive whether the interval leaves zero out, or a result lies outside the criterion
     */
    public record Change(
            @Text(max = 40) String condition,
            ConditionRole role,
            @Text(max = 40) String test,
            int results,
            @Nullable @In("1") BigDecimal rate,
            @Nullable @In("1") BigDecimal rateLower,
            @Nullable @In("1") BigDecimal rateUpper,
            boolean outside,
            boolean sensitive) {}

    /** A stretch of temperatures away from storage that the product bears, and for how long and how often. */
    public record ExcursionBand(
            @In(value = "Cel", min = "-273.15", max = "200") BigDecimal from,
            @In(value = "Cel", min = "-273.15", max = "200") BigDecimal to,
            @In(value = "h", min = "0") BigDecimal hours,
            @In(value = "1", min = "1") int count) {}

    /** By test; those with words have none. */
    @Derived
    public Map<String, Estimate> estimates() {
        return new StudiedStability(this).estimates();
    }

    /**
     * The lines behind {@link #estimates}.
     *
     * @throws org.opencgt.science.BadInput where the results bear none
     */
    public ShelfLifeReport fitted(PlannedTest test) {
        return new StudiedStability(this).fitted(test);
    }

    /**
     * The longest time up to which every primary batch met every criterion at every planned time, and no other batch failed; zero while
     * nothing is known.
     */
    @Derived
    public BigDecimal conforming() {
        return new StudiedStability(this).conforming();
    }

    /** The least of what the tests bear and the results cover; absent while nothing is known. */
    @Derived
    public @Nullable Supported supported() {
        return new StudiedStability(this).supported();
    }

    /** Of each condition and numeric test with results. */
    @Derived
    public List<Change> changes() {
        return new StudiedStability(this).changes();
    }

    /** Excursions that the product was shown to bear. */
    @Derived
    public List<ExcursionBand> bands() {
        return new StudiedStability(this).bands();
    }

    /** When the next samples are due at the intended condition; absent when all batches are through. */
    @Derived
    public @Nullable Instant nextPull() {
        return new StudiedStability(this).nextPull();
    }

    /** Tests with a result outside their criterion at the intended condition. */
    @Derived
    public List<String> failing() {
        return new StudiedStability(this).failing();
    }

    /** A result of a test that the plan does not have meets nothing. */
    public boolean meets(StudyResult result) {
        return new StudiedStability(this).meets(result);
    }

    public StabilityStudy placed(StudiedBatch batch) {
        return withBatches(Lists.superseding(batches, b -> b.code().equals(batch.code()), batch));
    }

    public StabilityStudy pulled(List<Pull> samples) {
        return withPulls(Lists.plusAll(pulls, samples));
    }

    public StabilityStudy reported(StudyResult result) {
        return withResults(Lists.superseding(
                results,
                r -> r.batch().equals(result.batch())
                        && r.condition().equals(result.condition())
                        && r.test().equals(result.test())
                        && r.time().compareTo(result.time()) == 0,
                result));
    }
}
