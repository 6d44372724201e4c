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
import org.opencgt.subject.Component;
import org.opencgt.subject.Product;

/**
 * The parts of a combination product that are not cells, all of them.
 */
@ActType(
        value = "product.set-components",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record SetComponents(@Concerns Ref<Product> product, List<Component> components) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.changed(c -> c.withComponents(components)));
    }
}
