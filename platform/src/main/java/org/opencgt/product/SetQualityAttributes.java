package org.opencgt.product;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Product;

/** The attributes of the quality target product profile, all of them, with how critical each is. */
@ActType(
        value = "product.set-quality-attributes",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record SetQualityAttributes(@Concerns Ref<Product> product, List<Product.QualityAttribute> attributes)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.changed(c -> c.withQualityAttributes(attributes)));
    }
}
