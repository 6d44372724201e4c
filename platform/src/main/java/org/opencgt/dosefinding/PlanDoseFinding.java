package org.opencgt.dosefinding;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.DoseEscalation;
import org.opencgt.subject.DosePlan;
import org.opencgt.subject.Product;
import org.opencgt.subject.Study;

/** The dose finding of a study is planned, for one indication: design, dose levels and what the protocol says of them (CP-3.1, 3.2). */
@ActType(
        value = "dosefinding.plan",
        by = {Role.DOCTOR, Role.STATISTICIAN},
        signed = {Meaning.PERFORMED, Meaning.APPROVED})
public record PlanDoseFinding(
        @Makes Ref<DoseEscalation> escalation,
        @Concerns Ref<Study> study,
        @Concerns Ref<Product> product,
        String indication,
        DosePlan plan)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(escalation, DoseEscalation.planned(study, product, indication, plan))
                .andOn(study, s -> s.withDoseFinding(escalation));
    }
}
