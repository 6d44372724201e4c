package org.opencgt.risk;

import java.util.List;
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

/** How quality is kept and which risks stand in the register for each phase of a study. */
@ActType(
        value = "risk.plan-study-quality",
        by = {Role.QUALITY, Role.STUDY_COORDINATOR},
        signed = {Meaning.APPROVED})
public record PlanStudyQuality(@Concerns Ref<Study> study, List<StudyOversight.PhasePlan> phases) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.overseen(o -> o.withPhases(phases)));
    }
}
