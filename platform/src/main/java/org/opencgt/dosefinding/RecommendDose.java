package org.opencgt.dosefinding;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.DoseEscalation;

/**
 * The dose for the next phase is recommended, with the range of doses that are effective (CP-3.2.2c).
 *
 * @param evidence each column of the evidence, or why it is empty
 */
@ActType(
        value = "dosefinding.recommend-dose",
        by = {Role.DOCTOR},
        signed = {Meaning.PERFORMED, Meaning.APPROVED},
        countersignedBy = {Role.STATISTICIAN, Role.PHARMACOVIGILANCE})
public record RecommendDose(
        @Concerns Ref<DoseEscalation> escalation,
        @In(value = "1", min = "1", max = "30") int level,
        @In(value = "1", min = "1", max = "30") int lowestEffectiveLevel,
        @In(value = "1", min = "1", max = "30") int highestEffectiveLevel,
        List<DoseEscalation.DoseEvidence> evidence)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                escalation,
                e -> e.withRecommendation(new DoseEscalation.Recommendation(
                        level,
                        lowestEffectiveLevel,
                        highestEffectiveLevel,
                        evidence,
                        occasion.performedAt(),
                        occasion.signers())));
    }
}
