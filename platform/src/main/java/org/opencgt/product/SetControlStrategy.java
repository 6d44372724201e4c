package org.opencgt.product;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.ControlStrategy;
import org.opencgt.subject.Product;

/**
 * How quality is designed into a product: target profile, attributes, parameters and controls.
 */
@ActType(
        value = "product.set-control-strategy",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record SetControlStrategy(@Concerns Ref<Product> product, ControlStrategy strategy) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.changed(c -> c.withControlStrategy(strategy)));
    }
}
