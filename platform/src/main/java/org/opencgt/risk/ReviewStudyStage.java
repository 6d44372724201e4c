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

/** Benefit against risk for the subjects of a study, on the evidence that its stage gave. */
@ActType(
        value = "risk.review-study-stage",
        by = {Role.DOCTOR, Role.ETHICS},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.DOCTOR, Role.ETHICS, Role.PHARMACOVIGILANCE})
public record ReviewStudyStage(@Concerns Ref<Study> study, StudyOversight.Review review) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.overseen(o -> o.reviewed(review)));
    }
}
