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
import org.opencgt.subject.ContactItem;
import org.opencgt.subject.Product;

/**
 * All that touches the cells: packaging, closures and the vessels of the process, with the studies that speak for them.
 */
@ActType(
        value = "product.set-contact-items",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record SetContactItems(@Concerns Ref<Product> product, List<ContactItem> items) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.changed(c -> c.withContactItems(items)));
    }
}
