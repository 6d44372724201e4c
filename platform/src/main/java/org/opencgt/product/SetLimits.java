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
import org.opencgt.subject.TestLimits;

/**
 * Control and regulatory limits of the tests of the specification, and the lots on which they rest; all of them.
 *
 * @param limits by name of the test
 */
@ActType(
        value = "product.set-limits",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record SetLimits(@Concerns Ref<Product> product, Map<String, TestLimits> limits) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.changed(c -> c.withLimits(limits)));
    }
}
