package org.opencgt.organisation;

import java.time.LocalDate;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Equipment;

/** A device is serviced. */
@ActType(
        value = "organisation.maintain-equipment",
        by = {Role.QUALITY, Role.ADMINISTRATOR, Role.QUALITY_CONTROL_ANALYST})
public record MaintainEquipment(
        @Concerns Ref<Equipment> equipment,
        LocalDate serviced,
        @Text(max = 1000, lines = true) String work,
        LocalDate maintenanceDue)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(equipment, e -> e.withMaintainedUntil(maintenanceDue));
    }
}
