package org.opencgt.organisation;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Equipment;

/** A device is found faulty, taken out of service, retired or put back into service. */
@ActType(
        value = "organisation.set-equipment-status",
        by = {
            Role.QUALITY,
            Role.ADMINISTRATOR,
            Role.MANUFACTURING_OPERATOR,
            Role.QUALITY_CONTROL_ANALYST,
            Role.NURSE,
            Role.CELL_LABORATORY,
            Role.WAREHOUSE
        })
public record SetEquipmentStatus(
        @Concerns Ref<Equipment> equipment,
        Equipment.Status status,
        @Text(max = 500) String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(equipment, e -> e.with(b -> b.status(status).statusReason(reason)));
    }
}
