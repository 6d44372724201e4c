package org.opencgt.biosafety;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.EnvironmentalAssessment;

/** An operation that may touch the environment, and what was considered in its place. */
@ActType(
        value = "biosafety.consider-operation",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record ConsiderOperation(
        @Concerns Ref<EnvironmentalAssessment> assessment, EnvironmentalAssessment.Operation operation) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(assessment, a -> a.considered(operation));
    }
}
