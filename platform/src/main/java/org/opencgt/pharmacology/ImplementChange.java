package org.opencgt.pharmacology;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.PharmacologyPlan;

/** The changed product is used from now on. */
@ActType(
        value = "pharmacology.implement-change",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record ImplementChange(
        @Concerns Ref<PharmacologyPlan> plan,
        @Text(max = 40) String code) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(plan, p -> p.implemented(code));
    }
}
