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
import org.opencgt.act.Text;
import org.opencgt.subject.Product;

/**
 * The acceptance criteria of the release tests, all of them.
 *
 * @param criteria by name of the test
 */
@ActType(
        value = "product.set-specification",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record SetSpecification(
        @Concerns Ref<Product> product, @Text(max = 20) String version, Map<String, Product.Criterion> criteria)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                product,
                p -> p.changed(c -> c.with(b -> b.specificationVersion(version).specification(criteria))));
    }
}
