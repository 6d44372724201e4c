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

/** The statistical report is released; who ran the study reviews and signs it. */
@ActType(
        value = "study.release-report",
        by = {Role.STATISTICIAN},
        signed = {Meaning.RELEASED, Meaning.REVIEWED},
        countersignedBy = {Role.DOCTOR})
public record ReleaseReport(@Concerns Ref<Study> study, String report) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.withReportReleased(true));
    }
}
