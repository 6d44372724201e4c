package org.opencgt.study;

import java.time.Instant;
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
 * A signed source document of a subject's visit is filed.
 *
 * @param subject code of the subject
 * @param reference where the document is
 */
@ActType(
        value = "study.file-source",
        by = {Role.STUDY_COORDINATOR, Role.DOCTOR, Role.NURSE})
public record FileSource(
        @Concerns Ref<Study> study,
        @Text(max = 40) String subject,
        String visit,
        Study.SourceType type,
        String reference,
        Instant signed)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.filed(new Study.FiledSource(subject, visit, type, reference, signed)));
    }
}
