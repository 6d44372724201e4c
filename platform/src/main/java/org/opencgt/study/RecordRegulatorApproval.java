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

/** The drug regulator allowed the study. */
@ActType(
        value = "study.record-regulator-approval",
        by = {Role.STUDY_COORDINATOR, Role.QUALITY})
public record RecordRegulatorApproval(
        @Concerns Ref<Study> study, @Text(max = 60) String number, LocalDate approved) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.withRegulatorApproval(new Study.RegulatorApproval(number, approved)));
    }
}
