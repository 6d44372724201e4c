package org.opencgt.organisation;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Site;
import org.opencgt.subject.StaffingPlan;

/**
 * A site says how many batches it plans and how many one person may carry.
 */
@ActType(
        value = "organisation.set-staffing-plan",
        by = {Role.QUALITY, Role.ADMINISTRATOR},
        signed = {Meaning.APPROVED})
public record SetStaffingPlan(@Concerns Ref<Site> site, StaffingPlan plan) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(site, s -> s.withStaffingPlan(plan));
    }
}
