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

/**
 * A clause that leaves the choice counts for this product from now on.
 *
 * @param clause identifier of a clause of strength {@code may}
 */
@ActType(
        value = "product.adopt-clause",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record AdoptClause(
        @Concerns Ref<Product> product,
        @Text(max = 40, pattern = "[A-Z]+-[0-9A-Za-z.]+") String clause,
        @Text(max = 500) String reason)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.adopting(clause));
    }
}
