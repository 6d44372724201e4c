package org.opencgt.product;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.DevelopmentReview;
import org.opencgt.subject.Product;

/**
 * A look at how process and quality studies go on while trials run.
 */
@ActType(
        value = "product.review-development",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.REVIEWED})
public record ReviewDevelopment(@Concerns Ref<Product> product, DevelopmentReview review) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.withDevelopmentReview(review));
    }
}
