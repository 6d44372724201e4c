package org.opencgt.pharmacology;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.PharmacologyPlan;

/** The plan holds from now on. */
@ActType(
        value = "pharmacology.approve-plan",
        by = {Role.STATISTICIAN, Role.STUDY_COORDINATOR},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.DOCTOR})
public record ApprovePlan(@Concerns Ref<PharmacologyPlan> plan) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(plan, p -> p.withStatus(PharmacologyPlan.Status.APPROVED));
    }
}
