package org.opencgt.product;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Product;

/** The definition of the product is complete and may be used on people. Any later change of it lapses the approval. */
@ActType(
        value = "product.approve",
        by = {Role.QUALITY},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALIFIED_PERSON})
public record Approve(
        @Concerns Ref<Product> product,
        @Text(max = 1000, lines = true) String statement) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.withApproved(true));
    }
}
