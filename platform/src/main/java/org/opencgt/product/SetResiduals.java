package org.opencgt.product;

import java.util.Map;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Product;
import org.opencgt.subject.ResidualSource;

/**
 * What of each impurity a person may be given, on what that rests, and how it is measured; all of them.
 *
 * @param residuals by name of the impurity
 */
@ActType(
        value = "product.set-residuals",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record SetResiduals(@Concerns Ref<Product> product, Map<String, ResidualSource> residuals) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.changed(c -> c.withResiduals(residuals)));
    }
}
