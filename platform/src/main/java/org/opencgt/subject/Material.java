package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;

/**
 * What a material is and what is known of it, whatever the lot: its class, source and grade, its specification, the reports that
 * speak for it, who may supply it, and where processes use it.
 *
 * @param startingClass whether it is a starting material, and which
 * @param traceability where the records of its human origin stand
 * @param approvedForHumanUse whether the authority approved it for use in humans
 * @param regulatorApproved of a consumable or container: whether the authority approved it
 * @param gmp whether it is made under GMP
 * @param novel of an excipient: whether it is new in its use
 * @param specification by name of the test
 * @param uses the lines of bills of materials in which it stands
 */
@RecordBuilder
@Subject.Kind(value = "material", prefix = "MA")
public record Material(
        String name,
        Ref<Site> site,
        MaterialLot.Category category,
        MaterialLot.Use use,
        @Nullable StartingClass startingClass,
        List<Component> composition,
        Antibiotic antibiotic,
        SerumContent serum,
        List<String> origin,
        @Nullable String traceability,
        MaterialLot.Grade grade,
        @Nullable String gradeReason,
        MaterialLot.Risk risk,
        boolean cellContact,
        boolean approvedForHumanUse,
        boolean regulatorApproved,
        boolean gmp,
        boolean novel,
        @Nullable Pharmacopoeia pharmacopoeia,
        @Nullable String bloodProductStandard,
        @Nullable Vector vector,
        @Nullable Antigen antigen,
        @Nullable AutologousSerum autologousSerum,
        @Nullable String specificationVersion,
        Map<String, Product.Criterion> specification,
        List<Assessment> assessments,
        List<Supply> suppliers,
        @Nullable EpidemicRegions epidemicRegions,
        List<Ref<BillItem>> uses)
        implements Subject, MaterialBuilder.With {

    /** The class of a raw material (SC-4.1). */
    public enum StartingClass {
        PRODUCTION_CELLS,
        AUXILIARY_CELLS,
        GENE_MODIFICATION_SYSTEM,
        OTHER
    }

    public record Component(String name, @Nullable String amount, Antibiotic antibiotic) {}

    public enum Antibiotic {
        NONE,
        BETA_LACTAM,
        OTHER
    }

    public enum SerumContent {
        NONE,
        ANIMAL,
        AUTOLOGOUS,
        ALLOGENEIC,
        SUBSTITUTE
    }

    /**
     * How the material stands to the Chinese Pharmacopoeia.
     *
     * @param edition year of the edition against which it was judged
     * @param chapter of the general texts that was followed
     * @param reason why it is used although it does not conform
     */
    public record Pharmacopoeia(
            @In(value = "a", min = "2000", max = "2100") int edition,
            String chapter,
            boolean conforms,
            @Nullable String reason) {}

    /**
     * @param plasmidGeneration of the packaging system: 2, 3, 4
     * @param selfInactivating whether the ends of the vector inactivate themselves
     */
    public record Vector(
            @In(value = "1", min = "1", max = "9") int plasmidGeneration, boolean selfInactivating) {}

    /** What is known of an antigen that the process uses (IC-5.4e). */
    public record Antigen(
            MaterialLot.Risk autoimmunity,
            MaterialLot.Risk cytokineStorm,
            MaterialLot.Risk hypersensitivity,
            @Text(max = 1000, lines = true) String selectionBasis,
            @Text(max = 1000, lines = true) String sequence,
            @Text(max = 1000, lines = true) String process,
            @Text(max = 1000, lines = true) String qualityControl) {}

    /**
     * How serum or plasma of the patient is made and kept.
     *
     * @param study of package, conditions and time
     * @param longestStorage for which it was studied
     */
    public record AutologousSerum(
            @Text(max = 1000, lines = true) String process,
            String packaging,
            String storageConditions,
            Duration longestStorage,
            Ref<Document> study) {}

    /** A report about the material. */
    public record Assessment(
            Kind kind, Ref<Document> report, LocalDate concluded, boolean acceptable, String conclusion) {

        public enum Kind {
            RISK,
            SUITABILITY,
            BIOSAFETY,
            ADVENTITIOUS_AGENTS,
            HUMAN_USE,
            NONCLINICAL_SAFETY,
            TOXICITY,
            ANIMAL_SAFETY,
            ANIMAL_SAFETY_NOT_NEEDED,
            NON_GMP_SUITABILITY,
            FORMULATION_SCREENING,
            AUXILIARY_CELLS
        }
    }

    /**
     * A supplier of the material.
     *
     * @param auditDue by when the next audit is due
     * @param covers what the assessment looked at
     * @param singleSource whether nobody else supplies it
     * @param capacity what the supplier can deliver against the demand at commercial scale
     */
    public record Supply(
            Ref<Site> supplier,
            boolean approved,
            LocalDate assessed,
            LocalDate audited,
            LocalDate auditDue,
            List<Covered> covers,
            boolean singleSource,
            @Nullable String capacity) {

        public enum Covered {
            PREMISES,
            FACILITIES,
            EQUIPMENT,
            PERSONNEL,
            QUALITY_ASSURANCE_SYSTEM
        }
    }

    /** Regions from which no serum of this kind may come. */
    public record EpidemicRegions(List<EpidemicRegion> regions, LocalDate reviewDue, String authority) {}

    /**
     * @param region ISO 3166 code
     * @param until last day; absent: the epidemic goes on
     */
    public record EpidemicRegion(
            @Text(max = 2, pattern = "[A-Z]{2}") String region,
            String disease,
            LocalDate since,
            @Nullable LocalDate until) {}

    public Material assessed(Assessment assessment) {
        return withAssessments(Lists.superseding(assessments, a -> a.kind() == assessment.kind(), assessment));
    }

    public Material supplied(Supply supply) {
        return withSuppliers(Lists.superseding(suppliers, s -> s.supplier().equals(supply.supplier()), supply));
    }

    public Material used(Ref<BillItem> item) {
        return withUses(Lists.plus(uses, item));
    }
}
