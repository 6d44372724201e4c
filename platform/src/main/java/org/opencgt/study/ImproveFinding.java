package org.opencgt.study;

import org.jspecify.annotations.Nullable;
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

/**
 * What keeps the problem from coming back.
 *
 * @param systemChanged whether a procedure or system is changed
 * @param systemChange which document or change it is; or why none is needed
 */
@ActType(
        value = "study.improve-finding",
        by = {Role.QUALITY, Role.STUDY_COORDINATOR, Role.DOCTOR},
        signed = {Meaning.APPROVED})
public record ImproveFinding(
        @Concerns Ref<Finding> finding,
        @Text(max = 2000, lines = true) String improvement,
        boolean systemChanged,
        @Text(max = 500) @Nullable String systemChange)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        Finding.Entry entry = new Finding.Entry(improvement, occasion.performedAt(), occasion.performer());
        return Effects.on(
                finding,
                f -> f.with(
                        b -> b.improvement(entry).systemChanged(systemChanged).systemChange(systemChange)));
    }
}
