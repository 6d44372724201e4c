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
 * A product: what it is, its specification, its process and its instructions for use.
 *
 * <p>Every change of its definition lapses the approval.
 *
 * @param operations what is done to the cells outside the body
 * @param immuneAction what the cells do to immune function; absent where they are no immune cells
 * @param specification by name of the test
 * @param processLimits by name of the parameter
 * @param bill lines of its bill of materials, in order; absent before the first
 * @param banks those made for the product, in order; absent before the first
 * @param processChanges of its process, in order; absent before the first
 * @param processMonitoring of its lots; absent before it begins
 * @param productionPlan that is approved; absent before the first
 * @param methods what kind of method serves a test, by its name in the specification; absent before they are described
 * @param methodStudies of its analytical methods, in order; absent before the first
 * @param characterisationStudies of its process and cells, in order; absent before the first
 * @param limits of tests beside their criteria, with the lots on which they rest, by name; absent before they are set
 * @param residuals impurities and what a person may be given of them, by name; absent before they are assessed
 * @param populations counted in every lot, by name; absent before they are defined
 * @param passageStudy of the cells that are banked or passaged; {@code endCellStudy} of those in the final product
 * @param stability the studies on which its shelf life and allowances rest; absent before the first is approved
 * @param nonclinical what is studied of it in animals; absent before that is planned
 * @param profile what it is, in the answers from which the rules that apply follow
 * @param components parts of a combination product that are not cells
 * @param contactItems all that touches the cells
 * @param stage of its development; absent until it is stated
 * @param instructionsIssued when the instructions in force were issued: training on the product counts from then on
 * @param adopted identifiers of the {@code may} clauses that count for the product
 */
@RecordBuilder
@Subject.Kind(value = "product", prefix = "T")
public record Product(
        String name,
        String code,
        CellSource source,
        CellType cellType,
        @Nullable String otherCellType,
        boolean geneModified,
        Form form,
        List<Operation> operations,
        @Nullable ImmuneAction immuneAction,
        @Nullable String indication,
        RiskClass risk,
        @Nullable RiskFactors riskFactors,
        @Nullable RiskAnalysis riskAnalysis,
        @Nullable ProductRisks risks,
        @Nullable ProductBiosafety biosafety,
        @Nullable Banking banking,
        @Nullable List<Ref<BillItem>> bill,
        @Nullable List<Ref<CellBank>> banks,
        @Nullable Ref<PassageStudy> passageStudy,
        @Nullable Ref<PassageStudy> endCellStudy,
        @Nullable ProductStability stability,
        @Nullable ProductNonclinical nonclinical,
        @Nullable List<Ref<ProcessChange>> processChanges,
        @Nullable Ref<ProcessMonitoring> processMonitoring,
        @Nullable Ref<ProductionPlan> productionPlan,
        @Nullable Map<String, AnalyticalMethod> methods,
        @Nullable List<Ref<MethodStudy>> methodStudies,
        @Nullable List<Ref<CharacterisationStudy>> characterisationStudies,
        @Nullable Map<String, TestLimits> limits,
        @Nullable Map<String, ResidualSource> residuals,
        @Nullable Map<String, CellPopulation> populations,
        Ref<Site> manufacturer,
        boolean approved,
        @Nullable Suspension suspension,
        @Nullable String specificationVersion,
        Map<String, Criterion> specification,
        @Nullable String processVersion,
        Map<String, Criterion> processLimits,
        List<QualityAttribute> qualityAttributes,
        @Nullable Formulation formulation,
        @Nullable Container container,
        @Nullable InformationPack informationPack,
        @Nullable Instructions instructions,
        @Nullable FollowUpPlan followUpPlan,
        @Nullable ProductProfile profile,
        @Nullable ControlStrategy controlStrategy,
        @Nullable PotencyStrategy potencyStrategy,
        @Nullable SpecificationBasis specificationBasis,
        List<ContactItem> contactItems,
        List<Component> components,
        List<Characterisation> characterisations,
        @Nullable DevelopmentStage stage,
        @Nullable DevelopmentReview developmentReview,
        @Nullable Instant instructionsIssued,
        List<String> adopted)
        implements Subject, ProductBuilder.With {

    public enum CellSource {
        AUTOLOGOUS,
        ALLOGENEIC
    }

    public enum CellType {
        CAR_T,
        TCR_T,
        TIL,
        CIK,
        NK,
        DC,
        MACROPHAGE,
        MSC,
        IPSC_DERIVED,
        ESC_DERIVED,
        EXTRACELLULAR_VESICLE,
        OTHER
    }

    public enum Form {
        FRESH,
        FROZEN
    }

    public enum Operation {
        SEPARATION,
        PURIFICATION,
        CULTURE,
        EXPANSION,
        ACTIVATION,
        INDUCTION,
        GENE_MODIFICATION,
        CRYOPRESERVATION,
        OTHER
    }

    public enum ImmuneAction {
        INDUCE,
        ENHANCE,
        SUPPRESS
    }

    public enum RiskClass {
        LOW_TO_MEDIUM,
        HIGH,
        UNDETERMINED
    }

    /** The answers from which the risk class follows (IC-3.1, IC-3.2). */
    public record RiskFactors(
            boolean autologous,
            boolean minorManipulationOnly,
            boolean endogenousAction,
            boolean usedAlone,
            boolean geneticallyManipulated,
            boolean malignantTransformationPossible,
            boolean combinedWithNonCellComponent,
            boolean implantedIntoKeyTissue) {}

    /** The analysis of risk to quality and safety that justifies the development (IC-3). */
    public record RiskAnalysis(
            String version,
            List<FactorAssessment> factors,
            @Nullable RiskClass riskClass,
            LocalDate approved,
            LocalDate reviewDue) {}

    /**
     * One risk factor.
     *
     * @param risk what may go wrong
     * @param dataNeed what nonclinical and clinical studies must show about it
     * @param measure how it is prevented or handled
     * @param notApplicable why the factor does not matter here
     */
    public record FactorAssessment(
            Risk.Factor factor,
            @Text(max = 500) @Nullable String risk,
            @Text(max = 500) @Nullable String dataNeed,
            @Text(max = 500) @Nullable String measure,
            @Text(max = 500) @Nullable String notApplicable) {}

    public record Suspension(Instant since, String reason) {}

    /** An acceptance criterion: bounds for a number, or the words that are accepted. */
    public record Criterion(
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            @Nullable String unit,
            List<String> accepted,
            String method) {}

    /**
     * An attribute of the quality target product profile (IC-6.1.2b, IC-12f).
     *
     * @param criticality 1 (none) to 10; from 7 on the attribute is critical
     * @param test its name in the specification or among the process limits
     */
    public record QualityAttribute(
            Aspect aspect,
            Property property,
            String name,
            @In(value = "1", min = "1", max = "10") int criticality,
            @Nullable String test) {

        public enum Aspect {
            SURFACE_MARKERS,
            VIABILITY,
            PURITY,
            BIOLOGICAL_ACTIVITY,
            TRANSDUCTION_EFFICIENCY,
            SAFETY,
            OTHER
        }

        public enum Property {
            PHYSICAL,
            CHEMICAL,
            BIOLOGICAL,
            MICROBIOLOGICAL
        }
    }

    /**
     * What surrounds the cells (IC-6.1.4).
     *
     * @param strength cells in one container as labelled
     */
    public record Formulation(
            DosageForm dosageForm,
            @Nullable String dosageFormJustification,
            List<Excipient> excipients,
            List<Cryoprotectant> cryoprotectants,
            Ref<Document> report,
            @Nullable @In("10*6/mL") BigDecimal cellConcentration,
            @Nullable @In("mL") BigDecimal fillVolume,
            @Nullable @In("10*6") BigDecimal strength) {

        public enum DosageForm {
            INJECTION,
            OTHER
        }
    }

    /**
     * @param study that supports its amount and that the cells keep activity and function in it
     * @param buffer whether it is part of the buffer
     * @param grade its quality grade; absent where nobody has stated it
     */
    public record Excipient(
            String name,
            @In("%") BigDecimal concentration,
            @Nullable Ref<Document> study,
            @Nullable Boolean buffer,
            @Nullable Grade grade) {

        public enum Grade {
            PHARMACEUTICAL_EXCIPIENT,
            ANALYTICAL_REAGENT,
            OTHER
        }
    }

    /**
     * @param residueLimit highest residue in the product as given; absent where it is removed
     * @param verification report that verified composition and amount
     */
    public record Cryoprotectant(
            String name,
            Kind kind,
            @In(value = "%", min = "0", max = "100") BigDecimal concentration,
            @Nullable Ref<Document> verification,
            @Nullable String removal,
            @Nullable @In("%") BigDecimal residueLimit) {

        public enum Kind {
            PENETRATING,
            NON_PENETRATING
        }
    }

    /** The primary container and the studies that speak for it (IC-6.1.4.4a, IC-9). */
    public record Container(
            String name,
            Material material,
            @Nullable Ref<Document> compatibilityStudy,
            @Nullable Ref<Document> safetyStudy,
            @Nullable Ref<Document> freezingFitnessStudy,
            @Nullable Ref<Document> tightnessStudy,
            @Nullable Ref<Document> solventCompatibilityStudy,
            boolean stabilityCoversContainer) {

        public enum Material {
            POLYMER,
            GLASS,
            METAL,
            RUBBER
        }
    }

    /** What the maker tells the hospital about the product and its making, in principle and without recipe (CA-7.4 to 7.13). */
    public record InformationPack(
            String version,
            @Text(max = 2000, lines = true) @Nullable String productInformation,
            @Text(max = 2000, lines = true) @Nullable String qualityInformation,
            @Text(max = 2000, lines = true) @Nullable String precautions,
            @Nullable String sourceTissue,
            @Nullable String collectionMethod,
            @Nullable String collectionRequirements,
            @Nullable ExpansionMode expansionMode,
            @Nullable @In("Cel") BigDecimal cultureTemperatureMinimum,
            @Nullable @In("Cel") BigDecimal cultureTemperatureMaximum,
            @Nullable String cultureGas,
            @Nullable String harvest,
            @Nullable String freezing,
            @Nullable String freezingMedium,
            @Nullable Ref<Document> processValidation,
            boolean freeOfConfidentialDetail) {

        public enum ExpansionMode {
            ADHERENT,
            SUSPENSION,
            MICROCARRIER,
            NONE
        }
    }

    /**
     * What the hospital must keep to; every limit is the maker’s (CA-7.7 to 7.15).
     *
     * @param overtimeHandling what to do with a dose whose time has run out
     * @param loggingGap longest gap between two readings of the transport logger, as a multiple of its interval
     * @param requiredDocuments what must travel with the product, one word a kind
     * @param compatibleDevices devices for the infusion
     * @param observeEvery longest time between two sets of vital signs during the observation
     * @param adviceWithin how soon the maker answers a report of an abnormal product
     */
    public record Instructions(
            String version,
            @Nullable StorageMode storageMode,
            @Nullable @In("Cel") BigDecimal storageMinimum,
            @Nullable @In("Cel") BigDecimal storageMaximum,
            @Nullable Duration storageLimit,
            @Nullable String containerType,
            @Nullable @In("Cel") BigDecimal transportMinimum,
            @Nullable @In("Cel") BigDecimal transportMaximum,
            @Nullable Duration maximumTransport,
            List<Acceptance> acceptance,
            @Text(max = 500) @Nullable String transportFaultHandling,
            @Nullable @In("Cel") BigDecimal thawMinimum,
            @Nullable @In("Cel") BigDecimal thawMaximum,
            @Text(max = 500) @Nullable String thawMethod,
            @Nullable AfterThaw afterThaw,
            @Nullable Duration usableAfterThaw,
            @Nullable Duration preparationTime,
            @Nullable Duration usableAfterMixing,
            @Text(max = 500) @Nullable String overtimeHandling,
            List<LimitBasis> limitBasis,
            List<String> diluents,
            @Nullable BigDecimal dilutionRatio,
            @Nullable @In("%") BigDecimal dilutionTolerance,
            List<Handling> handling,
            List<BedsideCheck> checksBeforeInfusion,
            List<String> routes,
            List<String> forbiddenFilters,
            @In("mL/min") BigDecimal rateMinimum,
            @In("mL/min") BigDecimal rateMaximum,
            @In("10*6/kg") BigDecimal doseMinimum,
            @In("10*6/kg") BigDecimal doseMaximum,
            Duration observation,
            List<String> monitor,
            List<String> reactions,
            List<String> contraindications,
            List<Ref<Document>> warningBasis,
            @Nullable Duration reportWithin,
            @Nullable Duration reportQualityFaultWithin,
            @Nullable Duration reportUseFaultWithin,
            @Nullable String reportingRoute,
            @Nullable String reportingContact,
            List<String> reportContents,
            @Nullable Duration followUp,
            @Nullable @In("1") BigDecimal loggingGap,
            List<String> requiredDocuments,
            List<String> compatibleDevices,
            @Nullable Duration observeEvery,
            @Nullable Duration adviceWithin) {

        public enum StorageMode {
            LIQUID_NITROGEN_VAPOUR,
            LIQUID_NITROGEN,
            MINUS_80,
            REFRIGERATED,
            ROOM_TEMPERATURE
        }

        /** What is looked at on delivery. */
        public enum Acceptance {
            TEMPERATURE_RECORD,
            PACK_INTEGRITY,
            LABEL,
            DOCUMENTS
        }

        public enum AfterThaw {
            USE_AT_ONCE,
            PROCESS_FURTHER
        }

        public enum Handling {
            NO_VIOLENT_SHAKING,
            NO_REPEATED_FREEZE_THAW,
            NO_IRRADIATION,
            NO_LEUKOCYTE_FILTER
        }

        /** What is looked at before infusion. */
        public enum BedsideCheck {
            APPEARANCE,
            PACK_INTEGRITY,
            IDENTITY,
            EXPIRY
        }

        /**
         * The report on which a time limit rests.
         *
         * @param longestTested how long the cells were followed in it
         */
        public record LimitBasis(Limit limit, Ref<Document> report, Duration longestTested) {}

        public enum Limit {
            AFTER_THAW,
            PREPARATION,
            AFTER_MIXING,
            STORAGE
        }
    }

    /** Visits after the infusion (CA-9.2.8). */
    public record FollowUpPlan(String version, LocalDate effective, Duration length, List<Visit> visits) {

        /** @param day after the infusion; @param windowDays how many days earlier or later count */
        public record Visit(String name, int day, int windowDays, List<String> assessments) {}
    }

    /** The definition changed: what was approved is no longer what is defined. */
    public Product changed(java.util.function.UnaryOperator<Product> change) {
        return change.apply(this).withApproved(false);
    }

    /** A further line stands in its bill of materials. */
    public Product billed(Ref<BillItem> item) {
        return withBill(Lists.plus(bill == null ? List.of() : bill, item));
    }

    /** A further bank is made for the product. */
    public Product banked(Ref<CellBank> bank) {
        return withBanks(Lists.plus(banks == null ? List.of() : banks, bank));
    }

    /** A change of its process is proposed; the definition stands. */
    public Product changing(Ref<ProcessChange> change) {
        return withProcessChanges(Lists.plus(processChanges == null ? List.of() : processChanges, change));
    }

    /** A study of one of its methods is planned; the definition stands. */
    public Product studying(Ref<MethodStudy> study) {
        return withMethodStudies(Lists.plus(methodStudies == null ? List.of() : methodStudies, study));
    }

    /** A study of its process or cells is planned; the definition stands. */
    public Product characterising(Ref<CharacterisationStudy> study) {
        return withCharacterisationStudies(
                Lists.plus(characterisationStudies == null ? List.of() : characterisationStudies, study));
    }

    /** What the lots cited for its limits bear, by name of the test; of tests that the specification has. */
    @Derived
    public Map<String, TestLimits.Evidence> limitEvidence() {
        Map<String, TestLimits.Evidence> found = new LinkedHashMap<>();
        if (limits != null) {
            limits.forEach((test, own) -> {
                Criterion criterion = specification.get(test);
                if (criterion != null) {
                    found.put(test, own.evidence(criterion));
                }
            });
        }
        return found;
    }

    /** What the greatest dose of its instructions brings of each residual at the limit of the specification; by name. */
    @Derived
    public Map<String, ResidualSource.Exposure> exposures() {
        return residuals == null
                ? Map.of()
                : new ProductExposures(
                                residuals, specification, instructions == null ? null : instructions.doseMaximum())
                        .exposures();
    }

    /** Its assessments of risk change; the definition stands. */
    public Product assessed(java.util.function.UnaryOperator<ProductRisks> change) {
        return withRisks(change.apply(risks == null ? ProductRisks.NONE : risks));
    }

    /** Its biosafety changes; the definition stands. */
    public Product secured(java.util.function.UnaryOperator<ProductBiosafety> change) {
        return withBiosafety(change.apply(biosafety == null ? ProductBiosafety.NONE : biosafety));
    }

    /** Times and allowances for the material and purpose rest on the study from now on; the definition stands. */
    public Product studied(
            StabilityStudy.StudiedMaterial material, StabilityStudy.Purpose purpose, Ref<StabilityStudy> study) {
        return withStability((stability == null ? ProductStability.NONE : stability).with(material, purpose, study));
    }

    /** What is studied in animals changes; the definition stands. */
    public Product studiedInAnimals(ProductNonclinical.Programme programme) {
        return withNonclinical((nonclinical == null ? ProductNonclinical.NONE : nonclinical).with(programme));
    }

    /** A study in animals is reported; the definition stands. */
    public Product studiedInAnimals(Ref<NonclinicalStudy> study) {
        return withNonclinical((nonclinical == null ? ProductNonclinical.NONE : nonclinical).with(study));
    }

    public Product characterised(Characterisation characterisation) {
        return withCharacterisations(Lists.plus(characterisations, characterisation));
    }

    public Product adopting(String clause) {
        return adopted.contains(clause) ? this : withAdopted(Lists.plus(adopted, clause));
    }
}
