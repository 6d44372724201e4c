package org.opencgt.donor;

import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Collection;
import org.opencgt.subject.Product;
import org.opencgt.subject.Site;

/**
 * The collected cells are to serve beyond the manufacture for which they were taken.
 *
 * @param institution to which they go
 * @param product of the other project
 */
@ActType(
        value = "donor.plan-further-use",
        by = {Role.QUALITY, Role.STUDY_COORDINATOR},
        signed = {Meaning.APPROVED})
public record PlanFurtherUse(
        @Concerns Ref<Collection> collection,
        Collection.FurtherUse.Kind kind,
        @Text(max = 500) String purpose,
        @Nullable Ref<Site> institution,
        @Nullable Ref<Product> otherProduct)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                collection,
                c -> c.usedFurther(
                        new Collection.FurtherUse(occasion.performedAt(), kind, purpose, institution, otherProduct)));
    }
}
