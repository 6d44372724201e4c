package org.opencgt.donor;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Donor;

/** The donor was seen again. */
@ActType(
        value = "donor.follow-up",
        by = {Role.DOCTOR, Role.NURSE, Role.APHERESIS_NURSE, Role.STUDY_COORDINATOR})
public record FollowUpDonor(
        @Concerns Ref<Donor> donor,
        @Text(max = 2000, lines = true) String finding) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(donor, d -> {
            Donor.FollowUpNeed need = d.followUp();
            return need == null
                    ? d
                    : d.withFollowUp(new Donor.FollowUpNeed(
                            need.trigger(), need.first(), need.every(), need.until(), occasion.performedAt(), finding));
        });
    }
}
