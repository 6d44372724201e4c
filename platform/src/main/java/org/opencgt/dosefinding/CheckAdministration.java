package org.opencgt.dosefinding;

import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.DoseEscalation;
import org.opencgt.subject.Recipient;

/**
 * A patient is looked at after the dose for harm by the way it was given (CP-3.2.4c, d).
 *
 * @param embolism whether there are signs of an embolism; after intravenous doses
 * @param procedureInjury whether the procedure hurt or led to a complication, apart from the product; after local doses
 */
@ActType(
        value = "dosefinding.check-administration",
        by = {Role.DOCTOR, Role.NURSE})
public record CheckAdministration(
        @Concerns Ref<DoseEscalation> escalation,
        @Concerns Ref<Recipient> recipient,
        @Nullable Boolean embolism,
        @Nullable Boolean procedureInjury,
        @Nullable @Text(max = 1000, lines = true) String finding)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(escalation, e -> e.checked(recipient, occasion.performedAt(), embolism, procedureInjury));
    }
}
