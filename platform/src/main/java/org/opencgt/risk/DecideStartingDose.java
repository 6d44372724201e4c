package org.opencgt.risk;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Study;
import org.opencgt.subject.StudyOversight;

/** Whether the intended starting dose carries a risk that cannot be accepted, from what investigator-initiated studies showed. */
@ActType(
        value = "risk.decide-starting-dose",
        by = {Role.DOCTOR},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.DOCTOR, Role.PHARMACOVIGILANCE})
public record DecideStartingDose(@Concerns Ref<Study> study, StudyOversight.StartingDose decision) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.overseen(o -> o.withStartingDose(decision)));
    }
}
