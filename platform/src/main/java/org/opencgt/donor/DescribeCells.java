package org.opencgt.donor;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Collection;

/**
 * What the cells are when they arrive: their features, culture and storage.
 *
 * @param passage 0 where they were not cultured
 * @param tests which were done, and where their results stand
 */
@ActType(
        value = "donor.describe-cells",
        by = {Role.QUALITY_CONTROL_ANALYST, Role.CELL_LABORATORY, Role.WAREHOUSE})
public record DescribeCells(
        @Concerns Ref<Collection> collection,
        String features,
        String culture,
        @In(value = "1", min = "0", max = "200") int passage,
        String growth,
        String storageState,
        String storageConditions,
        String tests)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                collection,
                c -> c.withCells(new Collection.Cells(
                        occasion.performedAt(),
                        features,
                        culture,
                        passage,
                        growth,
                        storageState,
                        storageConditions,
                        tests)));
    }
}
