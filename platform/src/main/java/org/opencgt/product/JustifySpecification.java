package org.opencgt.product;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Product;
import org.opencgt.subject.SpecificationBasis;

/**
 * On what the specification in its present version rests.
 */
@ActType(
        value = "product.justify-specification",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record JustifySpecification(@Concerns Ref<Product> product, SpecificationBasis basis) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.changed(c -> c.withSpecificationBasis(basis)));
    }
}
