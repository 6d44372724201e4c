package org.opencgt.pharmacology;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.PharmacologyPlan;

/**
 * When samples are drawn and for what, in order of time, and when kinetic sampling of a subject may stop.
 */
@ActType(
        value = "pharmacology.set-schedule",
        by = {Role.STATISTICIAN, Role.STUDY_COORDINATOR, Role.DOCTOR})
public record SetSchedule(
        @Concerns Ref<PharmacologyPlan> plan,
        List<PharmacologyPlan.Point> points,
        PharmacologyPlan.@Nullable StopCriteria stopRule)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                plan, p -> p.with(b -> b.schedule(points).stopRule(stopRule).status(PharmacologyPlan.Status.DRAFT)));
    }
}
