package org.opencgt.donor;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.DonorProgramme;

/** Quality puts a donor programme in force. */
@ActType(
        value = "donor.approve-programme",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record ApproveProgramme(@Concerns Ref<DonorProgramme> programme) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                programme,
                p -> p.with(b -> b.status(DonorProgramme.Status.APPROVED)
                        .approval(new DonorProgramme.Approval(occasion.performedAt(), occasion.performer()))));
    }
}
