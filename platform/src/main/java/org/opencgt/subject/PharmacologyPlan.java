package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Duration;
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

/**
 * The clinical pharmacology of a study: aims and methods, registered assays, the sampling schedule, the drugs that may interfere.
 *
 * @param repeatedDosing whether subjects get the product more than once
 * @param assays by code; a new version is an assay of its own
 * @param schedule the planned times of sampling in order of time
 * @param stopRule when kinetic sampling of a subject may stop; absent: never before the schedule ends
 * @param drugs what the protocol says of other medicines
 * @param profiles the subjects that are followed
 * @param followed their codes
 * @param analyses signed analyses of its data
 */
@RecordBuilder
@Subject.Kind(value = "pharmacology-plan", prefix = "YP")
public record PharmacologyPlan(
        Ref<Study> study,
        Ref<Product> product,
        String version,
        Status status,
        boolean repeatedDosing,
        List<Section> sections,
        List<Component> components,
        List<PropertyStudy> properties,
        List<Prediction> predictions,
        @Nullable PlannedPreconditioning preconditioning,
        List<DrugClass> drugs,
        Map<String, Assay> assays,
        List<Bridging> bridging,
        List<Marker> markers,
        List<Point> schedule,
        @Nullable StopCriteria stopRule,
        @Nullable HandlingLimits handling,
        List<Metric> metrics,
        List<Ref<KineticProfile>> profiles,
        List<String> followed,
        List<Change> changes,
        List<SignedRun> analyses,
        List<Report> reports,
        @Nullable Recommendation recommendation)
        implements Subject, PharmacologyPlanBuilder.With {

    public enum Status {
        DRAFT,
        APPROVED
    }

    /** A part of the plan in words. */
    public record Section(
            Topic topic, @Text(max = 4000, lines = true) String text) {

        public enum Topic {
            IN_VIVO_PROCESS,
            TARGET_ENGAGEMENT,
            KEY_BIOMARKERS,
            DOSE_EXPOSURE_RESPONSE,
            REGIMEN_SUPPORT,
            PRODUCT_NATURE,
            MECHANISM_OF_ACTION,
            IN_VIVO_FEATURES,
            TARGET_INDICATION,
            PARAMETER_CHOICE,
            EFFECT_ON_BODY,
            PHARMACODYNAMIC_MECHANISM,
            QUANTITATIVE_RELATION,
            PHARMACODYNAMIC_TIMES,
            IMMUNOGENICITY_TIMES,
            SPECIES_DIFFERENCES,
            NOVEL_METHODS,
            OTHER
        }
    }

    /** A study of the programme: how far it is, and why it can be done or is not done. */
    public record Component(
            Kind kind,
            Progress progress,
            @Text(max = 2000, lines = true) @Nullable String feasibility,
            @Text(max = 2000, lines = true) @Nullable String waiver) {

        public enum Kind {
            DOSE_FINDING,
            CELLULAR_KINETICS,
            PHARMACODYNAMICS,
            DOSE_EXPOSURE_RESPONSE,
            IMMUNOGENICITY,
            MASS_BALANCE
        }

        public enum Progress {
            PLANNED,
            ONGOING,
            COMPLETE,
            WAIVED
        }
    }

    /**
     * How a property or phase of the cells in the body is followed.
     *
     * @param assay code of the assay; or {@code omitted} says why there is none
     */
    public record PropertyStudy(
            Property property,
            @Text(max = 40) @Nullable String assay,
            @Text(max = 1000, lines = true) @Nullable String omitted) {

        public enum Property {
            VIABILITY,
            PROLIFERATION,
            DIFFERENTIATION,
            DISTRIBUTION_MIGRATION,
            COLONISATION,
            EXHAUSTION,
            PERSISTENCE,
            IMMUNOGENICITY,
            FUNCTION,
            TARGET_GENE_PRESENCE,
            TARGET_GENE_EXPRESSION
        }
    }

    /** A prediction of dose or kinetics on which the plan relies. */
    public record Prediction(
            String quantity,
            Source source,
            @Text(max = 2000, lines = true) @Nullable String speciesDifference) {

        public enum Source {
            NONCLINICAL,
            CLINICAL,
            BOTH
        }
    }

    /** What the protocol wants given before the cells, and why so. */
    public record PlannedPreconditioning(
            String regimen, @Text(max = 2000, lines = true) String rationale) {}

    /** What the protocol says of a class of medicines. */
    public record DrugClass(
            @Text(max = 60) String name,
            Policy policy,
            boolean immuneActive,
            @Text(max = 2000, lines = true) @Nullable String effect) {

        public enum Policy {
            ALLOWED,
            RESTRICTED,
            PROHIBITED
        }
    }

    /** What a sample is for. */
    public enum Purpose {
        KINETICS,
        PHARMACODYNAMICS,
        IMMUNOGENICITY,
        SAFETY
    }

    /**
     * A bioanalytical method.
     *
     * @param unit of its results; values of different units never meet in one analysis
     * @param conversion how copies per mass of DNA become copies per volume, where they do
     * @param lloq lower limit of quantification in {@code unit}
     * @param specific whether what it measures tells the given cells from the body's own
     */
    public record Assay(
            String analyte,
            Purpose purpose,
            Technique technique,
            @Text(max = 60) String matrix,
            @Text(max = 40) String unit,
            @Nullable String conversion,
            @Nullable BigDecimal lloq,
            @Text(max = 20) String version,
            Validation validation,
            boolean specific,
            @Text(max = 2000, lines = true) String rationale,
            @Nullable Ref<Document> report) {

        public enum Technique {
            QPCR,
            DPCR,
            FLOW_CYTOMETRY,
            LIGAND_BINDING,
            IMAGING,
            CELL_COUNT,
            SEQUENCING,
            OTHER
        }

        public enum Validation {
            VALIDATED,
            QUALIFIED,
            EXPLORATORY
        }
    }

    /** The results of two assays were compared on the same samples. */
    public record Bridging(
            @Text(max = 40) String before, @Text(max = 40) String after, Ref<Document> report) {}

    /**
     * A pharmacodynamic or other marker.
     *
     * @param linked the target or mechanism that it follows
     * @param omitted why it is not followed; absent where it is
     */
    public record Marker(
            @Text(max = 60) String name,
            Type type,
            @Text(max = 40) @Nullable String assay,
            @Text(max = 500) @Nullable String linked,
            @Text(max = 1000, lines = true) @Nullable String rationale,
            @Text(max = 1000, lines = true) @Nullable String omitted) {

        public enum Type {
            INTERFERON,
            INTERLEUKIN,
            TUMOUR_NECROSIS_FACTOR,
            TRANSFORMING_GROWTH_FACTOR_BETA,
            PERFORIN,
            GRANZYME,
            CD4_CD8_RATIO,
            CELLULAR_IMMUNE_RESPONSE,
            HUMORAL_IMMUNE_RESPONSE,
            LYMPHOCYTE_SUBSET,
            BLOOD_CELL_COUNT,
            SECRETED_PROTEIN,
            GENE_EXPRESSION,
            ENGRAFTMENT,
            MORPHOLOGY,
            STRUCTURE,
            HISTOLOGY,
            DIFFERENTIATION,
            ORGAN_FUNCTION,
            SYMPTOM_SCORE,
            TUMOUR_VOLUME,
            PHYSIOLOGICAL_RESPONSE,
            TRANSCRIPTION_FACTOR,
            GROWTH_FACTOR,
            OTHER
        }
    }

    /**
     * A planned time of sampling.
     *
     * @param after since the start of the first dose; negative: before it
     * @param early how much earlier a sample may be drawn
     * @param late how much later
     * @param assays codes of the assays that the samples are for
     */
    public record Point(
            @Text(max = 40) String name,
            Duration after,
            Duration early,
            Duration late,
            List<Purpose> purposes,
            List<String> assays) {}

    /**
     * When kinetic sampling may stop.
     *
     * @param successive results in a row below the limit of quantification
     * @param notBefore earliest time after the dose
     */
    public record StopCriteria(
            @In(value = "1", min = "2", max = "20") int successive, Duration notBefore) {}

    /** Within which samples for unstable analytes must be handled, from the laboratory manual. */
    public record HandlingLimits(
            @Text(max = 60) String tube,
            Duration toProcessing,
            @In("Cel") BigDecimal minimumTemperature,
            @In("Cel") BigDecimal maximumTemperature,
            @In(value = "1", min = "0") int freezeThaws) {}

    /** A method or a measure of one's own beside those built in. */
    public record Metric(
            @Text(max = 60) String name,
            @Text(max = 1000, lines = true) String formula,
            @Text(max = 40) String unit,
            @Text(max = 2000, lines = true) String rationale,
            Assay.Validation validation,
            Instant registered) {}

    /** Whether a change may touch something. */
    public enum Impact {
        YES,
        NO,
        UNKNOWN
    }

    /** A change of product or process, and what it may mean in the body. */
    public record Change(
            @Text(max = 40) String code,
            @Text(max = 2000, lines = true) String description,
            Impact inVivoCourse,
            Impact efficacy,
            @Nullable Ref<Document> comparability,
            @Text(max = 40) @Nullable String assayBefore,
            @Text(max = 40) @Nullable String assayAfter,
            boolean implemented) {}

    /**
     * A signed analysis of the plan's data.
     *
     * @param id of the subject of kind {@code analysis}
     */
    public record SignedRun(@Text(max = 64) String id, String title, String area, String verb, Instant signed) {}

    /** A report of kinetics that rests on signed analyses, and on what it looks for influences. */
    public record Report(String title, List<String> analyses, List<String> covariates, Instant signed) {}

    /** The dose that exposure and response speak for. */
    public record Recommendation(
            String regimen,
            List<String> analyses,
            @Text(max = 2000, lines = true) @Nullable String withoutAnalysis,
            LocalDate decided) {}

    /** What the schedule of kinetic samples holds of a part of the profile. */
    public record Coverage(int samples, int needed, boolean covered) {}

    /**
     * Whether the planned kinetic samples can show each part of the profile: {@code predose}, {@code early} (first 72 hours), {@code
     * distribution}, {@code expansion}, {@code contraction}, {@code persistence}, {@code terminal}, {@code follow-up}.
     */
    @Derived
    public Map<String, Coverage> coverage() {
        return ProfileKinetics.coverage(schedule);
    }

    public PharmacologyPlan registered(String code, Assay assay) {
        Map<String, Assay> all = new LinkedHashMap<>(assays);
        all.put(code, assay);
        return withAssays(Map.copyOf(all));
    }

    public PharmacologyPlan bridged(Bridging comparison) {
        return withBridging(Lists.plus(bridging, comparison));
    }

    public PharmacologyPlan defined(Metric metric) {
        return withMetrics(Lists.superseding(metrics, m -> m.name().equals(metric.name()), metric));
    }

    public PharmacologyPlan following(Ref<KineticProfile> profile, String code) {
        return with(b -> b.profiles(Lists.plus(profiles, profile)).followed(Lists.plus(followed, code)));
    }

    public PharmacologyPlan reported(Report report) {
        return withReports(Lists.plus(reports, report));
    }

    public PharmacologyPlan analysed(SignedRun run) {
        return withAnalyses(Lists.plus(analyses, run));
    }

    public PharmacologyPlan changed(Change change) {
        return withChanges(Lists.superseding(changes, c -> c.code().equals(change.code()), change));
    }

    public PharmacologyPlan implemented(String code) {
        return withChanges(changes.stream()
                .map(c -> c.code().equals(code)
                        ? new Change(
                                c.code(),
                                c.description(),
                                c.inVivoCourse(),
                                c.efficacy(),
                                c.comparability(),
                                c.assayBefore(),
                                c.assayAfter(),
                                true)
                        : c)
                .toList());
    }
}
