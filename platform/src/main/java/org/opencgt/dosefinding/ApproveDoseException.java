package org.opencgt.dosefinding;

import java.math.BigDecimal;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.DoseEscalation;
import org.opencgt.subject.Recipient;

/**
 * Two people consent to give a patient a dose outside the tolerance (CP-3.2.3e).
 *
 * @param from lowest actual dose that the consent covers, in the unit of the plan's basis
 * @param to highest
 */
@ActType(
        value = "dosefinding.approve-dose-exception",
        by = {Role.DOCTOR},
        signed = {Meaning.PERFORMED, Meaning.APPROVED},
        countersignedBy = {Role.STATISTICIAN, Role.QUALITY, Role.PHARMACOVIGILANCE})
public record ApproveDoseException(
        @Concerns Ref<DoseEscalation> escalation,
        @Concerns Ref<Recipient> recipient,
        @In(value = "10*6", min = "0") BigDecimal from,
        @In(value = "10*6", min = "0") BigDecimal to,
        @Text(max = 1000, lines = true) String reason)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                escalation,
                e -> e.excepted(
                        recipient,
                        new DoseEscalation.DoseException(
                                from, to, reason, occasion.performedAt(), occasion.signers())));
    }
}
