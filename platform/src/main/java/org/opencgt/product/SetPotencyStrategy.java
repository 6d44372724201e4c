package org.opencgt.product;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.PotencyStrategy;
import org.opencgt.subject.Product;

/**
 * How the biological activity of a product is measured and used.
 */
@ActType(
        value = "product.set-potency-strategy",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record SetPotencyStrategy(@Concerns Ref<Product> product, PotencyStrategy strategy) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.changed(c -> c.withPotencyStrategy(strategy)));
    }
}
