package org.opencgt.study;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Finding;

/** The problem is put right. */
@ActType(
        value = "study.correct-finding",
        by = {Role.STUDY_COORDINATOR, Role.DOCTOR, Role.NURSE, Role.QUALITY, Role.CELL_LABORATORY})
public record CorrectFinding(
        @Concerns Ref<Finding> finding,
        @Text(max = 2000, lines = true) String correction) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                finding,
                f -> f.withCorrection(new Finding.Entry(correction, occasion.performedAt(), occasion.performer())));
    }
}
