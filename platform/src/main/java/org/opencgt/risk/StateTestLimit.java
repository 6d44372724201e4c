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

/** What a genetic or epigenetic test cannot show, weighed against risk, benefit and the number of patients. */
@ActType(
        value = "risk.state-test-limit",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record StateTestLimit(@Concerns Ref<Product> product, ProductRisks.TestLimit limit) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.assessed(r -> r.limited(limit)));
    }
}
