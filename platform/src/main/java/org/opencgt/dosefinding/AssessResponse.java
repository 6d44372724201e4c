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
import org.opencgt.subject.Recipient;

/** An investigator says whether a patient responded; needed by designs that weigh efficacy. */
@ActType(
        value = "dosefinding.assess-response",
        by = {Role.DOCTOR},
        signed = {Meaning.REVIEWED})
public record AssessResponse(
        @Concerns Ref<DoseEscalation> escalation,
        @Concerns Ref<Recipient> recipient,
        boolean responded,
        @Text(max = 500) String criterion)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(escalation, e -> e.responded(recipient, responded));
    }
}
