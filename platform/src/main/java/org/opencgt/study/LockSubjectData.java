package org.opencgt.study;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Study;

/** The data of a subject are complete and change no more. */
@ActType(
        value = "study.lock-subject-data",
        by = {Role.DOCTOR},
        signed = {Meaning.REVIEWED})
public record LockSubjectData(
        @Concerns Ref<Study> study, @Text(max = 40) String subject) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.locked(subject));
    }
}
