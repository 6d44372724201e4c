package org.opencgt.study;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Study;

/**
 * A step in the life of a biological sample of a study, from collection to disposal.
 *
 * @param specimen code of the sample
 * @param subject code of the subject whose sample it is
 * @param from place where it was; the place of the step before
 * @param place where it is now
 */
@ActType(
        value = "study.record-specimen-step",
        by = {Role.NURSE, Role.STUDY_COORDINATOR, Role.CELL_LABORATORY, Role.QUALITY_CONTROL_ANALYST, Role.COURIER})
public record RecordSpecimenStep(
        @Concerns Ref<Study> study,
        @Text(max = 40) String specimen,
        @Text(max = 40) String subject,
        Study.SpecimenStep.Step step,
        Instant done,
        @Nullable String from,
        String place)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.stepped(new Study.SpecimenStep(specimen, subject, step, done, place)));
    }
}
