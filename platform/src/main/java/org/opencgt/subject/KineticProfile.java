package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Derived;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;
import org.opencgt.science.kinetics.Curve;

/**
 * One study subject's doses, samples and results: what becomes of the cells in the body and what they do there.
 *
 * @param code of the subject in the study
 * @param doses in order of time
 * @param samples drawn, or missed with the reason
 * @param series results by code of the assay
 * @param stop kinetic sampling ended by the stop rule
 */
@RecordBuilder
@Subject.Kind(value = "kinetic-profile", prefix = "YK")
public record KineticProfile(
        Ref<PharmacologyPlan> plan,
        Ref<Study> study,
        Ref<Product> product,
        @Text(max = 40) String code,
        @Text(max = 40) String doseLevel,
        @Text(max = 40) @Nullable String lot,
        @Nullable BigDecimal tumourBurden,
        @Nullable Preconditioning preconditioning,
        List<Dose> doses,
        List<Sample> samples,
        Map<String, Series> series,
        List<AntibodyTest> antibodies,
        List<Medication> medications,
        List<Endpoint> endpoints,
        List<Exclusion> exclusions,
        List<InterferenceReview> reviews,
        @Nullable Stop stop)
        implements Subject, KineticProfileBuilder.With {

    /** A medicine of the preconditioning as it was given. */
    public record GivenDrug(
            @Text(max = 60) String name,
            BigDecimal dose,
            @Text(max = 40) String unit,
            LocalDate first,
            LocalDate last) {}

    /**
     * The preconditioning as it was given.
     *
     * @param lymphocytesBefore absolute lymphocyte count before it
     * @param lymphocytesAtInfusion on the day of the infusion
     */
    public record Preconditioning(
            String regimen,
            List<GivenDrug> drugs,
            @In(value = "10*9/L", min = "0") BigDecimal lymphocytesBefore,
            @In(value = "10*9/L", min = "0") BigDecimal lymphocytesAtInfusion) {}

    /** A dose as it was given; {@code at} is its start. */
    public record Dose(
            BigDecimal amount,
            @Text(max = 40) String unit,
            Instant at,
            @Nullable Ref<Unit> given) {}

    /**
     * A sample of a planned point.
     *
     * @param drawn absent: it was missed
     * @param missed when it was clear that it would never be drawn, and {@code reason} says why
     */
    public record Sample(
            @Text(max = 40) String code,
            @Text(max = 40) String point,
            List<PharmacologyPlan.Purpose> purposes,
            @Nullable Instant drawn,
            @Nullable Instant missed,
            @Text(max = 500) @Nullable String reason,
            @Nullable Handling handling) {}

    /** How a sample for an unstable analyte was handled. */
    public record Handling(
            @Text(max = 60) String tube,
            Instant processed,
            @In("Cel") BigDecimal temperature,
            @Text(max = 100) String centrifugation,
            @Text(max = 100) String storage,
            @In(value = "1", min = "0") int freezeThaws,
            boolean haemolysed) {}

    /**
     * The results of one assay; what stands before the results is as the assay was registered.
     *
     * @param reliable whether the assay was validated or qualified
     */
    public record Series(
            String analyte,
            PharmacologyPlan.Purpose purpose,
            PharmacologyPlan.Assay.Technique technique,
            String matrix,
            String unit,
            @Nullable BigDecimal lloq,
            String version,
            boolean reliable,
            List<Measured> results) {}

    /**
     * One result.
     *
     * @param value absent where the result is below the limit of quantification or the measurement failed
     * @param belowLimit whether it is below the limit
     */
    public record Measured(
            @Text(max = 40) String sample, @Nullable BigDecimal value, boolean belowLimit) {}

    /** A test for antibodies against the product. */
    public record AntibodyTest(
            @Text(max = 40) String sample,
            boolean positive,
            @Nullable BigDecimal titre) {}

    /**
     * Another medicine.
     *
     * @param drugClass as the plan names it
     * @param immuneActive whether it acts on the immune system or on the cells
     */
    public record Medication(
            @Text(max = 100) String name,
            @Text(max = 60) String drugClass,
            boolean immuneActive,
            @Text(max = 100) String dose,
            Instant started,
            @Nullable Instant stopped,
            @Nullable Ref<Deviation> deviation) {}

    /** What became of the subject: for summaries by response and by dose. */
    public record Endpoint(
            Type type,
            @Text(max = 60) String name,
            @Text(max = 60) String value,
            LocalDate assessed) {

        public enum Type {
            SURROGATE,
            EFFICACY,
            SAFETY
        }
    }

    /** A result is left out of analyses, with the reason. */
    public record Exclusion(
            @Text(max = 40) String assay,
            @Text(max = 40) String sample,
            @Text(max = 500) String reason) {}

    /** Somebody looked at samples that antibodies may have disturbed. */
    public record InterferenceReview(
            List<String> samples,
            @Text(max = 2000, lines = true) String conclusion) {}

    /** The end of kinetic sampling. */
    public record Stop(Instant at, @Text(max = 500) String reason) {}

    /**
     * What the stop rule says of the results so far: two successive results below the limit at any time; the plan may ask for
     * more. With PCR and flow cytometry both have to be below. A new dose starts anew; a missed sample or one without a result breaks
     * the run.
     *
     * @param below successive results below the limit at the end, of the method that has fewer
     * @param lastDay day of the last kinetic result, counted from the last dose
     */
    public record StopAdvice(
            boolean mayStop,
            String reason,
            int below,
            @Nullable BigDecimal lastDay) {}

    /**
     * Parameters of one assay after the first dose, from non-compartmental analysis with its defaults, but that the
     * last sample before the dose counts as the value at its start; times in days. A value that
     * does not exist is absent, and the flags say why.
     *
     * @param reliableHalfLife whether the half-life meets the criteria: adjusted r² 0.8, a span of two half-lives, three points
     * @param stillQuantifiable whether the last result is quantified, so that Tlast is censored
     */
    public record Parameters(
            @Nullable BigDecimal cmax,
            @Nullable BigDecimal tmax,
            @Nullable BigDecimal auclast,
            @Nullable BigDecimal auc28,
            @Nullable BigDecimal tlast,
            @Nullable BigDecimal halfLife,
            boolean reliableHalfLife,
            @Nullable BigDecimal cmaxOverTmax,
            boolean stillQuantifiable,
            int samples,
            List<String> flags) {}

    /** What a marker did after the first dose. */
    public record Response(
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal peak,
            @Nullable BigDecimal peakDay,
            @Nullable BigDecimal fold,
            List<String> flags) {}

    @Derived
    public StopAdvice stopAdvice() {
        return new ProfileKinetics(this).stopAdvice();
    }

    /** By code of the assay; only those whose results may be relied on. */
    @Derived
    public Map<String, Parameters> parameters() {
        return new ProfileKinetics(this).parameters();
    }

    /** By code of the assay. */
    @Derived
    public Map<String, Response> responses() {
        return new ProfileKinetics(this).responses();
    }

    /** Samples in which antibodies may hide the cells from flow cytometry while PCR finds them. */
    @Derived
    public List<String> interference() {
        return new ProfileKinetics(this).interference();
    }

    /** Kinetic and pharmacodynamic samples drawn after a medicine that acts on the immune system was begun. */
    @Derived
    public List<String> affectedSamples() {
        return new ProfileKinetics(this).affected();
    }

    /** 100 (before − at infusion)/before. */
    @Derived
    public @Nullable BigDecimal depletionPercent() {
        return preconditioning == null
                ? null
                : ProfileKinetics.depletion(
                        preconditioning.lymphocytesBefore(), preconditioning.lymphocytesAtInfusion());
    }

    /** The results of an assay over the days since the first dose, as the engines take them; without those that are left out. */
    public Curve curve(String assay) {
        return new ProfileKinetics(this).curve(assay);
    }

    public KineticProfile dosed(Dose dose) {
        return withDoses(Lists.plus(doses, dose));
    }

    public KineticProfile excluded(Exclusion exclusion) {
        return withExclusions(Lists.plus(exclusions, exclusion));
    }

    public KineticProfile tested(List<AntibodyTest> tests) {
        return withAntibodies(Lists.plusAll(antibodies, tests));
    }

    public KineticProfile medicated(Medication medication) {
        return withMedications(Lists.plus(medications, medication));
    }

    public KineticProfile ended(Endpoint endpoint) {
        return withEndpoints(Lists.plus(endpoints, endpoint));
    }

    public KineticProfile reviewed(InterferenceReview review) {
        return withReviews(Lists.plus(reviews, review));
    }

    public KineticProfile sampled(Sample sample) {
        return withSamples(Lists.superseding(samples, s -> s.code().equals(sample.code()), sample));
    }

    /** More results of an assay; a newer result of the same sample counts in place of the older. */
    public KineticProfile measured(String assay, Series more) {
        Series known = series.get(assay);
        List<Measured> results = known == null ? List.of() : known.results();
        for (Measured result : more.results()) {
            results = Lists.superseding(results, r -> r.sample().equals(result.sample()), result);
        }
        Map<String, Series> all = new LinkedHashMap<>(series);
        all.put(
                assay,
                new Series(
                        more.analyte(),
                        more.purpose(),
                        more.technique(),
                        more.matrix(),
                        more.unit(),
                        more.lloq(),
                        more.version(),
                        more.reliable(),
                        results));
        return withSeries(Map.copyOf(all));
    }
}
