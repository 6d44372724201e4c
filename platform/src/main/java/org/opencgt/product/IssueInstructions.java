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

/** The maker's instructions for use: every time and limit that the hospital must keep to. */
@ActType(
        value = "product.issue-instructions",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record IssueInstructions(@Concerns Ref<Product> product, Product.Instructions instructions) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                product,
                p -> p.changed(
                        c -> c.with(b -> b.instructions(instructions).instructionsIssued(occasion.performedAt()))));
    }
}
