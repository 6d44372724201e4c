package org.opencgt.subject;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * What a product is, in the answers from which scope, profile and the rules that apply to it follow.
 *
 * @param actsThroughIntactCells whether the effect needs whole living cells
 * @param adultStemCell kind of adult stem cell; absent for others
 * @param lineages into which the cells develop, one word each
 * @param threeGermLayers whether they can become cells of all three germ layers
 * @param potencyEvidence report that shows self-renewal and what the cells can become
 * @param reprogramming how somatic cells were made pluripotent; absent for others
 * @param geneModificationSystem whether a vector or editing system is used anywhere upstream
 * @param otherLineage whether cells become cells of another germ layer or lineage
 * @param pluripotentStage whether they are pluripotent on the way
 * @param payload what a product without whole cells carries
 * @param matrixBound given on or in a matrix, not as free cells
 * @param traits the traits of cell products, each with an answer
 */
public record ProductProfile(
        Substance substance,
        boolean actsThroughIntactCells,
        StartingCells startingCells,
        @Nullable AdultStemCell adultStemCell,
        @Nullable Tissue tissue,
        boolean selfRenewal,
        List<String> lineages,
        boolean threeGermLayers,
        @Nullable Ref<Document> potencyEvidence,
        @Nullable Reprogramming reprogramming,
        boolean geneModificationSystem,
        boolean otherLineage,
        boolean pluripotentStage,
        List<Payload> payload,
        boolean reachesTargetCells,
        boolean fromTumourPatient,
        @Nullable PaediatricPurpose paediatricPurpose,
        boolean matrixBound,
        @Nullable Preparation preparation,
        List<TraitAnswer> traits) {

    public enum Substance {
        LIVING_CELLS,
        CELL_COMPONENT,
        CELL_DERIVATIVE,
        SUBCELLULAR_STRUCTURE
    }

    public enum StartingCells {
        ADULT_STEM_CELL,
        EMBRYONIC_STEM_CELL,
        INDUCED_PLURIPOTENT_STEM_CELL,
        IMMUNE_CELL,
        OTHER_FUNCTIONAL_CELL
    }

    /** Mesenchymal, haematopoietic, neural and skin stem cells (SC-9a). */
    public enum AdultStemCell {
        MSC,
        HSC,
        NSC,
        KSC,
        OTHER
    }

    public enum Tissue {
        DEVELOPED_EMBRYONIC,
        DENTAL,
        ADIPOSE,
        BONE_MARROW,
        OTHER_ADULT,
        UMBILICAL_CORD,
        PLACENTA,
        CORD_BLOOD,
        PERIPHERAL_BLOOD,
        TUMOUR
    }

    public enum Reprogramming {
        EXOGENOUS_GENES,
        CHEMICAL,
        EPIGENETIC,
        OTHER
    }

    public enum Payload {
        SIGNAL_MOLECULES,
        ORGANELLES
    }

    public enum PaediatricPurpose {
        GENE_REPLACEMENT,
        CONGENITAL_MALFORMATION,
        INHERITED_CELL_DISEASE
    }

    /** What is done between the container and the patient (SC-5.1.2.1b). */
    public enum Preparation {
        NONE,
        DIRECT_AFTER_THAW,
        WASHING,
        OTHER_HANDLING
    }

    /** @param addressedBy where the development plan answers to the trait; absent where it does not apply */
    public record TraitAnswer(
            Trait trait,
            boolean applies,
            @Text(max = 500) @Nullable String addressedBy) {}

    /** What sets cell products apart from other medicines (IC-4a). */
    public enum Trait {
        INDIVIDUALISED,
        LIMITED_BATCH_SIZE,
        TEMPERATURE_SENSITIVE,
        SHORT_SHELF_LIFE,
        LOW_STABILITY_AND_CONSISTENCY,
        SURVIVAL_IN_VIVO,
        PROLIFERATION_OR_DIFFERENTIATION,
        CELL_INTERACTION
    }
}
