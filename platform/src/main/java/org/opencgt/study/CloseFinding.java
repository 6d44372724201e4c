package org.opencgt.study;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Finding;

/** A finding is settled and its record archived. */
@ActType(
        value = "study.close-finding",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record CloseFinding(@Concerns Ref<Finding> finding) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(finding, f -> f.withStatus(Finding.Status.CLOSED));
    }
}
