package org.opencgt.risk;

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

/** How risk to children is controlled in the development of a product, and the site's risk plan that carries it. */
@ActType(
        value = "risk.plan-paediatric-risk",
        by = {Role.QUALITY, Role.DOCTOR},
        signed = {Meaning.APPROVED})
public record PlanPaediatricRisk(@Concerns Ref<Product> product, ProductRisks.Paediatric plan) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.assessed(r -> r.withPaediatric(plan)));
    }
}
