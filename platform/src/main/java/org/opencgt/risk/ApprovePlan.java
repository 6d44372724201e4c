package org.opencgt.risk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Product;
import org.opencgt.subject.RiskPlan;
import org.opencgt.subject.Site;

/**
 * A site's plan against the risks of a product, stage by stage. It replaces the site's earlier plan for the product.
 *
 * @param replaces the plan before, if there was one
 * @param entries each risk at its stage, with its measures and who answers for them
 */
@ActType(
        value = "risk.approve-plan",
        by = {Role.QUALITY, Role.DOCTOR},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY, Role.DOCTOR})
public record ApprovePlan(
        @Makes Ref<RiskPlan> plan,
        @Concerns Ref<Site> site,
        @Concerns Ref<Product> product,
        @Concerns @Nullable Ref<RiskPlan> replaces,
        @Text(max = 20) String version,
        List<RiskPlan.Entry> entries,
        LocalDate effective,
        LocalDate reviewDue)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(plan, new RiskPlan(site, product, version, entries, effective, reviewDue, List.of()))
                .andOn(site, s -> s.inForce(new Site.RiskPlanInForce(product, plan, reviewDue)));
    }
}
