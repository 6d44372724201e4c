package org.opencgt.biosafety;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Product;
import org.opencgt.subject.ProductBiosafety;

/** Why the product has this vector: its risk, the studies of its safety, and the choice. */
@ActType(
        value = "biosafety.justify-vector",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record JustifyVector(@Concerns Ref<Product> product, ProductBiosafety.Vector vector) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.secured(s -> s.withVector(vector)));
    }
}
