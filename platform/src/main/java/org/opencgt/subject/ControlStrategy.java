package org.opencgt.subject;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * How quality is designed into a product: target profile, attributes, the materials and parameters that move them, and the
 * controls that hold them (IC-4l, SC-3.7.4a, CD-3b, CD-5f).
 *
 * @param designSpace report on the ranges within which quality holds
 * @param upkeep how the strategy is kept and improved over the life of the product
 * @param stages the chain from donor to patient, each stage looked at (SC-3a)
 */
public record ControlStrategy(
        @Text(max = 20) String version,
        Ref<Document> document,
        List<TargetElement> targetProfile,
        List<AttributeControl> attributes,
        List<Parameter> parameters,
        @Nullable Ref<Document> designSpace,
        @Nullable @Text(max = 1000, lines = true) String upkeep,
        List<StageControl> stages) {

    /** What the product is to be for the patient. */
    public record TargetElement(
            String name, @Text(max = 500) String target) {}

    /**
     * An attribute of the product in the strategy.
     *
     * @param attribute as named among the quality attributes
     * @param targetElement of the target profile that it serves
     * @param rationale why it is as critical as it is judged
     */
    public record AttributeControl(
            String attribute,
            @Nullable String targetElement,
            @Nullable @Text(max = 500) String rationale,
            List<Influence> influences,
            List<Control> controls) {}

    /**
     * What moves an attribute. Its risk is severity × occurrence × detection (ICH Q9).
     *
     * @param name of the parameter, or of the material and its attribute
     */
    public record Influence(
            Origin origin,
            String name,
            @In(value = "1", min = "1", max = "10") int severity,
            @In(value = "1", min = "1", max = "10") int occurrence,
            @In(value = "1", min = "1", max = "10") int detection) {

        public enum Origin {
            MATERIAL_ATTRIBUTE,
            PROCESS_PARAMETER
        }
    }

    /**
     * What holds an attribute.
     *
     * @param name in the specification, among the process limits or of the measure
     * @param fitForUse whether the method is shown fit for the purpose
     */
    public record Control(Kind kind, String name, boolean fitForUse) {

        public enum Kind {
            MATERIAL,
            PROCESS,
            IN_PROCESS_TEST,
            RELEASE_TEST
        }
    }

    /**
     * A process parameter that was weighed (IC-6.1.3a).
     *
     * @param candidate of the guideline's list; absent for any other
     * @param reason why it is critical or is not
     * @param minimum of the proven range
     * @param scaleDownModel study that shows the model representative, where the range comes from a scale-down model
     */
    public record Parameter(
            String name,
            @Nullable Candidate candidate,
            boolean critical,
            @Text(max = 500) String reason,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            @Nullable String unit,
            @Nullable Ref<CharacterisationStudy> scaleDownModel) {

        public enum Candidate {
            STARTING_CELL_NUMBER,
            BASAL_MEDIUM,
            PROTEINS_AND_FACTORS,
            EXPANSION_PARAMETERS
        }
    }

    /** A stage of the chain, the traits of the cells that matter there, and what is done about them. */
    public record StageControl(
            Stage stage,
            List<CellTrait> traits,
            @Text(max = 500) String measure) {}

    public enum Stage {
        PROCUREMENT,
        MATERIAL_TRANSPORT,
        MATERIAL_RECEIPT,
        BANKING_AND_TESTING,
        PRODUCTION,
        TESTING,
        RELEASE,
        STORAGE,
        PRODUCT_TRANSPORT
    }

    public enum CellTrait {
        SELF_RENEWAL,
        MULTILINEAGE_POTENTIAL,
        SURVIVAL_IN_VIVO,
        PROLIFERATION_OR_DIFFERENTIATION,
        CELL_INTERACTION
    }
}
