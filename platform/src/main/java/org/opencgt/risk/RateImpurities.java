package org.opencgt.risk;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Product;
import org.opencgt.subject.ProductRisks;

/** The impurities of a product, all of them, each with its rating and its control. */
@ActType(
        value = "risk.rate-impurities",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record RateImpurities(@Concerns Ref<Product> product, List<ProductRisks.Impurity> impurities) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.assessed(r -> r.withImpurities(impurities)));
    }
}
