package org.opencgt.comparability;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.ProcessChange;

/**
 * How far a change reaches: its class, its effects, the strategy.
 */
@ActType(
        value = "comparability.assess-change",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record AssessChange(@Concerns Ref<ProcessChange> change, ProcessChange.Assessment assessment) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(change, c -> c.withAssessment(assessment));
    }
}
