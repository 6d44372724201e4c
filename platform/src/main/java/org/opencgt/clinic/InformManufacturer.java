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

/** The maker is told of what put the unit on hold (CA-8.1.3g, CA-8.1.5f, CA-8.1.6a). */
@ActType(
        value = "clinic.inform-manufacturer",
        by = {Role.RECEIVER, Role.NURSE, Role.DOCTOR, Role.PHARMACIST, Role.CELL_LABORATORY, Role.QUALITY})
public record InformManufacturer(
        @Concerns Ref<Unit> unit,
        @Text(max = 100) String person,
        @Text(max = 100) String channel,
        @Text(max = 2000, lines = true) String message)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(unit, u -> {
            Unit.Hold hold = u.hold();
            return hold == null
                    ? u
                    : u.withHold(new Unit.Hold(hold.since(), hold.reason(), hold.triggers(), occasion.performedAt()));
        });
    }
}
