package org.opencgt.dosefinding;

import java.util.List;
import org.jspecify.annotations.Nullable;
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

/**
 * Investigator and committee decide after a cohort (CP-3.2.3a, b). What the design advises is computed, not stated here; a decision
 * that differs from it is justified at the gate.
 *
 * @param nextLevel the dose of the next cohort; absent unless the trial goes on
 * @param minutes reference of the committee's minutes
 */
@ActType(
        value = "dosefinding.decide",
        by = {Role.DOCTOR},
        signed = {Meaning.PERFORMED, Meaning.APPROVED},
        countersignedBy = {Role.STATISTICIAN, Role.PHARMACOVIGILANCE})
public record DecideDose(
        @Concerns Ref<DoseEscalation> escalation,
        DoseEscalation.DoseDecision.Course course,
        @Nullable @In(value = "1", min = "1", max = "30") Integer nextLevel,
        List<DoseEscalation.Ground> grounds,
        @Text(max = 100) String minutes)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                escalation,
                e -> e.decided(course, nextLevel, grounds, minutes, occasion.performedAt(), occasion.signers()));
    }
}
