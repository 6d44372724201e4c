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

/** The unit will not be used. */
@ActType(
        value = "clinic.reject-unit",
        by = {Role.DOCTOR, Role.PHARMACIST, Role.CELL_LABORATORY, Role.QUALITY})
public record RejectUnit(
        @Concerns Ref<Unit> unit,
        @Text(max = 2000, lines = true) String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(unit, u -> u.withStatus(Unit.Status.REJECTED));
    }
}
