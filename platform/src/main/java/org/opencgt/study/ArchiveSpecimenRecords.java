package org.opencgt.study;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Study;

/** The records of all biological samples of a study are put away. */
@ActType(
        value = "study.archive-specimen-records",
        by = {Role.STUDY_COORDINATOR})
public record ArchiveSpecimenRecords(@Concerns Ref<Study> study, String location) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.withSpecimensArchived(true));
    }
}
