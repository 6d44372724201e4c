package org.opencgt.dosefinding;

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

/** A patient who has a place does not get the dose: the product was not made or is out of its specification, or the patient withdrew. */
@ActType(
        value = "dosefinding.record-failed-product",
        by = {Role.DOCTOR, Role.STUDY_COORDINATOR, Role.QUALITY})
public record RecordFailedProduct(
        @Concerns Ref<DoseEscalation> escalation,
        @Concerns Ref<Recipient> recipient,
        DoseEscalation.FailedProduct.Kind kind,
        @Text(max = 1000, lines = true) String reason)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(escalation, e -> e.notTreated(recipient, kind, reason, occasion.performedAt()));
    }
}
