package org.opencgt.comparability;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.ProcessChange;

/**
 * A change is given up; no batch of it is used.
 */
@ActType(
        value = "comparability.withdraw-change",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record WithdrawChange(
        @Concerns Ref<ProcessChange> change,
        @Text(max = 1000, lines = true) String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(change, c -> c.withStatus(ProcessChange.Status.WITHDRAWN));
    }
}
