package org.opencgt.method;

import java.util.Map;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.AnalyticalMethod;
import org.opencgt.subject.Product;

/**
 * What kind of method serves each test of the specification that rests on one to be shown fit.
 *
 * @param methods by name of the test; all of them
 */
@ActType(
        value = "method.describe-methods",
        by = {Role.QUALITY, Role.QUALITY_CONTROL_ANALYST},
        signed = {Meaning.APPROVED})
public record DescribeMethods(@Concerns Ref<Product> product, Map<String, AnalyticalMethod> methods) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.changed(c -> c.withMethods(methods)));
    }
}
