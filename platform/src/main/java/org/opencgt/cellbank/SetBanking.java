package org.opencgt.cellbank;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Banking;
import org.opencgt.subject.Product;

/** How a product draws on cell banks: whether at all, for which stage, and how many vials the plans need. It replaces the earlier strategy. */
@ActType(
        value = "cellbank.set-banking",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record SetBanking(@Concerns Ref<Product> product, Banking banking) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(product, p -> p.withBanking(banking));
    }
}
