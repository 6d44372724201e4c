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
 * The limits of the process parameters and in-process controls, all of them.
 *
 * @param limits by name of the parameter
 */
@ActType(
        value = "product.set-process-limits",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record SetProcessLimits(
        @Concerns Ref<Product> product, @Text(max = 20) String version, Map<String, Product.Criterion> limits)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                product,
                p -> p.changed(c -> c.with(b -> b.processVersion(version).processLimits(limits))));
    }
}
