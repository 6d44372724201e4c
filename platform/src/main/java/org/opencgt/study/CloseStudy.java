package org.opencgt.study;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Study;

/** A study ends; its files are complete. */
@ActType(
        value = "study.close",
        by = {Role.STUDY_COORDINATOR, Role.DOCTOR},
        signed = {Meaning.PERFORMED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY})
public record CloseStudy(@Concerns Ref<Study> study) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.withStatus(Study.Status.CLOSED));
    }
}
