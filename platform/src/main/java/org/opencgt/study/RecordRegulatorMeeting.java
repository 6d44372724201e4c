package org.opencgt.study;

import java.time.LocalDate;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Study;

/** The study was discussed with the drug regulator. */
@ActType(
        value = "study.record-regulator-meeting",
        by = {Role.STUDY_COORDINATOR, Role.QUALITY, Role.DOCTOR})
public record RecordRegulatorMeeting(
        @Concerns Ref<Study> study,
        LocalDate held,
        @Text(max = 4000, lines = true) String questions,
        @Text(max = 4000, lines = true) String outcome)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.discussed(new Study.RegulatorMeeting(held, questions, outcome)));
    }
}
