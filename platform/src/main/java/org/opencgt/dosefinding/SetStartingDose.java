package org.opencgt.dosefinding;

import java.math.BigDecimal;
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
 * The starting dose is set, with what speaks for it (CP-3.2.2).
 *
 * @param level of the plan
 * @param dose its target, repeated so that nobody signs another one
 * @param indication for which it is derived
 * @param method by which it was derived
 * @param priorInvestigatorTrial whether an investigator-initiated trial of the product exists and no registration trial
 * @param unacceptableRisk what the review concludes
 */
@ActType(
        value = "dosefinding.set-starting-dose",
        by = {Role.DOCTOR, Role.STATISTICIAN},
        signed = {Meaning.PERFORMED, Meaning.APPROVED})
public record SetStartingDose(
        @Concerns Ref<DoseEscalation> escalation,
        @In(value = "1", min = "1", max = "30") int level,
        @In(value = "10*6", min = "0") BigDecimal dose,
        String indication,
        DoseEscalation.StartingMethod method,
        @Nullable @Text(max = 1000, lines = true) String methodRationale,
        @Text(max = 1000, lines = true) String safetyBasis,
        @Text(max = 1000, lines = true) String activityBasis,
        @Nullable @Text(max = 1000, lines = true) String speciesDifference,
        @Nullable @Text(max = 1000, lines = true) String uncertainty,
        boolean priorInvestigatorTrial,
        List<DoseEscalation.PriorEvidence> evidence,
        boolean unacceptableRisk,
        @Text(max = 1000, lines = true) String conclusionBasis)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                escalation,
                e -> e.changed(s -> s.with(b -> b.approvedLevel(level)
                        .startingDose(new DoseEscalation.StartingDose(
                                level,
                                dose,
                                indication,
                                method,
                                methodRationale,
                                safetyBasis,
                                activityBasis,
                                speciesDifference,
                                uncertainty,
                                priorInvestigatorTrial,
                                evidence,
                                unacceptableRisk,
                                conclusionBasis,
                                occasion.performedAt(),
                                occasion.signers())))));
    }
}
