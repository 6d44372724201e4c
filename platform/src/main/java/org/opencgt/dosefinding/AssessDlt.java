package org.opencgt.dosefinding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
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

/**
 * An investigator says whether a patient had a dose-limiting toxicity in the window.
 *
 * @param onset of the toxicity
 * @param finding what it was; or why the patient cannot be evaluated
 */
@ActType(
        value = "dosefinding.assess-dlt",
        by = {Role.DOCTOR},
        signed = {Meaning.REVIEWED})
public record AssessDlt(
        @Concerns Ref<DoseEscalation> escalation,
        @Concerns Ref<Recipient> recipient,
        DoseEscalation.Assessment.Outcome outcome,
        @Nullable Instant onset,
        @Nullable @Text(max = 1000, lines = true) String finding)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                escalation,
                e -> e.assessed(
                        recipient,
                        new DoseEscalation.Assessment(
                                occasion.performedAt(), outcome, onset, finding, occasion.performer())));
    }
}
