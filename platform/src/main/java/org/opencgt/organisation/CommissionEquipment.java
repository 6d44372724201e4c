package org.opencgt.organisation;

import java.time.LocalDate;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Equipment;

/**
 * A device is qualified for its use and goes into service.
 *
 * @param report of the qualification
 * @param maintenanceDue when its first service is due
 */
@ActType(
        value = "organisation.commission-equipment",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record CommissionEquipment(
        @Concerns Ref<Equipment> equipment, String report, LocalDate qualifiedUntil, LocalDate maintenanceDue)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                equipment,
                e -> e.with(b -> b.qualifiedUntil(qualifiedUntil)
                        .maintainedUntil(maintenanceDue)
                        .status(Equipment.Status.IN_SERVICE)
                        .statusReason(null)));
    }
}
