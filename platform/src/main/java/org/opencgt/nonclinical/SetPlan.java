package org.opencgt.nonclinical;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.NonclinicalPlan;
import org.opencgt.subject.NonclinicalStudy;

/** What is done in the study. An approval of an earlier plan lapses. */
@ActType(
        value = "nonclinical.set-plan",
        by = {Role.QUALITY, Role.STATISTICIAN})
public record SetPlan(@Concerns Ref<NonclinicalStudy> study, NonclinicalPlan plan) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.planned(plan));
    }
}
