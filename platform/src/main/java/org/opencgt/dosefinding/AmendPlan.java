package org.opencgt.dosefinding;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.DoseEscalation;
import org.opencgt.subject.DosePlan;

/** The protocol's plan of dose finding is amended. Doses that were tried stay as they were. */
@ActType(
        value = "dosefinding.amend-plan",
        by = {Role.DOCTOR, Role.STATISTICIAN},
        signed = {Meaning.PERFORMED, Meaning.APPROVED})
public record AmendPlan(
        @Concerns Ref<DoseEscalation> escalation,
        DosePlan plan,
        @Text(max = 1000, lines = true) String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(escalation, e -> e.amended(plan));
    }
}
