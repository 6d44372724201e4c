package org.opencgt.donor;

import java.time.Duration;
import java.time.Instant;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Donor;

/**
 * The donor is to be seen again.
 *
 * @param trigger why
 * @param first when the first visit is due
 * @param until when the last is due
 */
@ActType(
        value = "donor.plan-follow-up",
        by = {Role.DOCTOR, Role.STUDY_COORDINATOR})
public record PlanFollowUp(@Concerns Ref<Donor> donor, String trigger, Instant first, Duration every, Instant until)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(donor, d -> d.withFollowUp(new Donor.FollowUpNeed(trigger, first, every, until, null, null)));
    }
}
