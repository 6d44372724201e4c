package org.opencgt.method;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.MethodStudy;

/**
 * The criteria are fixed; readings are recorded from now on.
 */
@ActType(
        value = "method.approve-plan",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALIFIED_PERSON, Role.QUALITY})
public record ApprovePlan(@Concerns Ref<MethodStudy> study) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.withPlanApproved(occasion.performedAt()));
    }
}
