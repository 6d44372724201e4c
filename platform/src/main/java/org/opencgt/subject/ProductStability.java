package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;

/**
 * The approved studies on which a product's times and allowances rest: by purpose for the product itself, and one each for what it is
 * made from and tested with. What each bears follows from its results and changes with them.
 *
 * @param storage shelf life
 * @param transport excursions and worst case on the way
 * @param inUse time from thawing or opening
 * @param freezeThaw cycles of freezing and thawing
 * @param hold of materials on the way to the product, all stages together
 * @param bank how long banked cells keep
 * @param startingCells how long collected cells keep
 * @param referenceStandard how long the reference keeps
 */
@RecordBuilder
public record ProductStability(
        @Nullable Ref<StabilityStudy> storage,
        @Nullable Ref<StabilityStudy> transport,
        @Nullable Ref<StabilityStudy> inUse,
        @Nullable Ref<StabilityStudy> freezeThaw,
        @Nullable Ref<StabilityStudy> hold,
        @Nullable Ref<StabilityStudy> bank,
        @Nullable Ref<StabilityStudy> startingCells,
        @Nullable Ref<StabilityStudy> referenceStandard)
        implements ProductStabilityBuilder.With {

    static final ProductStability NONE = new ProductStability(null, null, null, null, null, null, null, null);

    /** A study of a bank never sets the shelf life of the product. */
    ProductStability with(
            StabilityStudy.StudiedMaterial material, StabilityStudy.Purpose purpose, Ref<StabilityStudy> study) {
        return switch (material) {
            case CELL_BANK -> withBank(study);
            case STARTING_CELLS -> withStartingCells(study);
            case REFERENCE_STANDARD -> withReferenceStandard(study);
            case INTERMEDIATE, DRUG_SUBSTANCE, FINISHED_PRODUCT, IN_USE_SAMPLE ->
                switch (purpose) {
                    case STORAGE -> withStorage(study);
                    case TRANSPORT -> withTransport(study);
                    case IN_USE -> withInUse(study);
                    case FREEZE_THAW -> withFreezeThaw(study);
                    case HOLD -> withHold(study);
                };
        };
    }
}
