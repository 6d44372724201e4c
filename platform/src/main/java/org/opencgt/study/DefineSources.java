package org.opencgt.study;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Study;

/** Which source documents every visit must leave, all of them. */
@ActType(
        value = "study.define-sources",
        by = {Role.STUDY_COORDINATOR, Role.DOCTOR})
public record DefineSources(@Concerns Ref<Study> study, List<Study.ExpectedSource> sources) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.withExpectedSources(sources));
    }
}
