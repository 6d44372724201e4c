package org.opencgt.comparability;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.ProcessChange;
import org.opencgt.subject.Product;

/**
 * The changed process becomes that of the product.
 */
@ActType(
        value = "comparability.implement-change",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALIFIED_PERSON, Role.QUALITY})
public record ImplementChange(
        @Concerns Ref<ProcessChange> change, @Concerns Ref<Product> product) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(change, c -> c.withStatus(ProcessChange.Status.IMPLEMENTED));
    }
}
