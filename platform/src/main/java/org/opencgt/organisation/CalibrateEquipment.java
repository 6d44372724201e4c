package org.opencgt.organisation;

import java.time.LocalDate;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Equipment;

/**
 * A device is compared with a standard. Where it does not pass it is faulty from now on.
 *
 * @param withinToleranceAsFound whether it was right before it was adjusted; if not, earlier results are in doubt
 * @param passed whether it is right now
 */
@ActType(
        value = "organisation.calibrate-equipment",
        by = {Role.QUALITY, Role.QUALITY_CONTROL_ANALYST, Role.ADMINISTRATOR})
public record CalibrateEquipment(
        @Concerns Ref<Equipment> equipment,
        LocalDate calibrated,
        String certificate,
        boolean withinToleranceAsFound,
        boolean passed,
        LocalDate validUntil)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                equipment,
                e -> passed
                        ? e.withCalibratedUntil(validUntil)
                        : e.with(b -> b.status(Equipment.Status.FAULTY)
                                .statusReason("calibration not passed: " + certificate)));
    }
}
