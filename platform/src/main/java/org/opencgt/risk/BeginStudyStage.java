package org.opencgt.risk;

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

/**
 * A study goes on to a stage: its first, a further cohort, the next phase.
 */
@ActType(
        value = "risk.begin-study-stage",
        by = {Role.DOCTOR, Role.STUDY_COORDINATOR},
        signed = {Meaning.APPROVED})
public record BeginStudyStage(
        @Concerns Ref<Study> study, @Text(max = 60) String stage) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.overseen(o -> o.withStage(stage)));
    }
}
