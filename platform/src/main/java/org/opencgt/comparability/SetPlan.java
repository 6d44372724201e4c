package org.opencgt.comparability;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.ComparabilityPlan;
import org.opencgt.subject.ProcessChange;

/**
 * What the comparability study is to show. An approval of an earlier plan lapses.
 */
@ActType(
        value = "comparability.set-plan",
        by = {Role.QUALITY, Role.STATISTICIAN})
public record SetPlan(@Concerns Ref<ProcessChange> change, ComparabilityPlan plan) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(change, c -> c.planned(plan));
    }
}
