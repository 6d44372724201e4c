package org.opencgt.risk;

import java.time.LocalDate;
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
import org.opencgt.subject.RiskPlan;
import org.opencgt.subject.Site;

/** A risk plan was looked at again, by interval or because something happened, and stands. A change is a new plan. */
@ActType(
        value = "risk.review-plan",
        by = {Role.QUALITY, Role.DOCTOR},
        signed = {Meaning.REVIEWED})
public record ReviewPlan(
        @Concerns Ref<RiskPlan> plan,
        @Concerns Ref<Site> site,
        @Concerns Ref<Product> product,
        LocalDate reviewed,
        RiskPlan.Review.Trigger trigger,
        @Text(max = 2000, lines = true) String outcome,
        LocalDate reviewDue)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(plan, p -> p.reviewed(new RiskPlan.Review(reviewed, trigger, outcome), reviewDue))
                .andOn(site, s -> s.inForce(new Site.RiskPlanInForce(product, plan, reviewDue)));
    }
}
