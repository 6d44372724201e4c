package org.opencgt.clinic;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Unit;

/** The hospital judges the risk of what put the unit on hold (CA-8.1.5f). */
@ActType(
        value = "clinic.assess-hold",
        by = {Role.DOCTOR, Role.PHARMACIST, Role.QUALITY})
public record AssessHold(
        @Concerns Ref<Unit> unit,
        @Text(max = 4000, lines = true) String risk,
        @Text(max = 4000, lines = true) String conclusion,
        boolean acceptable)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                unit,
                u -> u.withRiskAssessment(
                        new Unit.RiskAssessment(occasion.performedAt(), risk, conclusion, acceptable)));
    }
}
