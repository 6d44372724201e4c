package org.opencgt.study;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Recipient;
import org.opencgt.subject.Study;

/** A patient enters a study under a code. */
@ActType(
        value = "study.enrol-subject",
        by = {Role.DOCTOR, Role.STUDY_COORDINATOR})
public record EnrolSubject(
        @Concerns Ref<Study> study,
        @Concerns Ref<Recipient> recipient,
        @Text(max = 40) String code) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.enrolled(new Study.Enrolment(code, recipient, occasion.performedAt())));
    }
}
