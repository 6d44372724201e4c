package org.opencgt.process;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Product;
import org.opencgt.subject.ProductionPlan;

/** Batches of the product are begun by this plan from now on. */
@ActType(
        value = "process.approve-production-plan",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record ApproveProductionPlan(
        @Concerns Ref<ProductionPlan> plan, @Concerns Ref<Product> product) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(plan, p -> p.withApproved(occasion.performedAt()))
                .andOn(product, p -> p.withProductionPlan(plan));
    }
}
