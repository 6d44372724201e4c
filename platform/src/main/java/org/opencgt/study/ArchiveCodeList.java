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

/**
 * The list of subject codes is put away under restricted access.
 *
 * @param codes every code on the list
 */
@ActType(
        value = "study.archive-code-list",
        by = {Role.STUDY_COORDINATOR})
public record ArchiveCodeList(@Concerns Ref<Study> study, String location, List<String> codes) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.withCodeList(new Study.CodeList(location, codes, occasion.performedAt())));
    }
}
