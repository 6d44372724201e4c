package org.opencgt.clinic;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Unit;

/** Two people end the hold: the unit may be used after all, goes back, or is discarded (CA-8.1.6b). */
@ActType(
        value = "clinic.release-hold",
        by = {Role.DOCTOR, Role.PHARMACIST, Role.QUALITY},
        signed = {Meaning.PERFORMED, Meaning.APPROVED})
public record ReleaseHold(
        @Concerns Ref<Unit> unit,
        Unit.Decision decision,
        @Text(max = 2000, lines = true) String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(unit, u -> {
            Unit.Hold hold = u.hold();
            Unit next = u.released(occasion.performedAt(), decision, hold == null ? List.of() : hold.triggers());
            return decision == Unit.Decision.USE ? next : next.withStatus(Unit.Status.REJECTED);
        });
    }
}
