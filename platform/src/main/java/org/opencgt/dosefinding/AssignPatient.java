package org.opencgt.dosefinding;

import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.DoseEscalation;
import org.opencgt.subject.Order;
import org.opencgt.subject.Recipient;

/**
 * A patient gets a place in a cohort.
 *
 * @param order the order by which the patient is treated, where it is on this ledger
 * @param code in the study
 * @param cohort its number
 * @param indicationConfirmed whether the patient has the indication (CP-3.2.1b)
 */
@ActType(
        value = "dosefinding.assign",
        by = {Role.DOCTOR, Role.STUDY_COORDINATOR})
public record AssignPatient(
        @Concerns Ref<DoseEscalation> escalation,
        @Concerns Ref<Recipient> recipient,
        @Concerns @Nullable Ref<Order> order,
        @Text(max = 40) String code,
        @In(value = "1", min = "1") int cohort,
        boolean indicationConfirmed)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(escalation, e -> e.assigned(code, recipient, order, cohort, occasion.performedAt()))
                .andOnPresent(order, o -> o.withDoseEscalation(escalation));
    }
}
