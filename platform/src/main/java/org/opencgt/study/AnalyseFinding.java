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
import org.opencgt.subject.Finding;

/** Why the problem came about. */
@ActType(
        value = "study.analyse-finding",
        by = {Role.QUALITY, Role.STUDY_COORDINATOR, Role.DOCTOR},
        signed = {Meaning.REVIEWED})
public record AnalyseFinding(
        @Concerns Ref<Finding> finding,
        @Text(max = 2000, lines = true) String rootCause) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                finding,
                f -> f.withAnalysis(new Finding.Entry(rootCause, occasion.performedAt(), occasion.performer())));
    }
}
