package org.opencgt.subject;

import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;

/**
 * The approved studies on which a product's times and allowances rest, by purpose. What each bears follows from its results and
 * changes with them.
 *
 * @param storage shelf life
 * @param transport excursions and worst case on the way
 * @param inUse time from thawing or opening
 * @param freezeThaw cycles of freezing and thawing
 * @param hold of materials on the way to the product, all stages together
 */
public record ProductStability(
        @Nullable Ref<StabilityStudy> storage,
        @Nullable Ref<StabilityStudy> transport,
        @Nullable Ref<StabilityStudy> inUse,
        @Nullable Ref<StabilityStudy> freezeThaw,
        @Nullable Ref<StabilityStudy> hold) {

    static final ProductStability NONE = new ProductStability(null, null, null, null, null);

    /** With the study for its purpose. */
    ProductStability with(StabilityStudy.Purpose purpose, Ref<StabilityStudy> study) {
        return switch (purpose) {
            case STORAGE -> new ProductStability(study, transport, inUse, freezeThaw, hold);
            case TRANSPORT -> new ProductStability(storage, study, inUse, freezeThaw, hold);
            case IN_USE -> new ProductStability(storage, transport, study, freezeThaw, hold);
            case FREEZE_THAW -> new ProductStability(storage, transport, inUse, study, hold);
            case HOLD -> new ProductStability(storage, transport, inUse, freezeThaw, study);
        };
    }
}
