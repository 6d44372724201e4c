package org.opencgt.clinic;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Area;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Unit;

/**
 * Cells are brought from storage temperature to use temperature at the bedside or in the clinic's cell laboratory (CA-8.2.4).
 * A thaw that was interrupted or left the range is recorded as {@link FailThaw} instead.
 *
 * @param temperature of the device while it thawed
 * @param temperatures further recorded values, as far as the device keeps them
 * @param shaken whether the bag was shaken violently
 * @param shocked whether it was dropped or struck
 */
@ActType(
        value = "clinic.thaw",
        by = {Role.CELL_LABORATORY, Role.NURSE, Role.PHARMACIST})
public record Thaw(
        @Concerns Ref<Unit> unit,
        @Concerns Ref<Equipment> device,
        @Concerns Ref<Area> area,
        @In(value = "Cel", min = "-50", max = "100") BigDecimal temperature,
        @In(value = "Cel", min = "-50", max = "100") List<BigDecimal> temperatures,
        Instant started,
        Instant finished,
        boolean interrupted,
        boolean shaken,
        boolean shocked)
        implements Act {

    public Thaw {
        if (finished.isBefore(started)) {
            throw new IllegalArgumentException("finished lies before started");
        }
    }

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                unit,
                u -> u.with(b -> b.status(Unit.Status.THAWED)
                        .freezeThawCount(u.freezeThawCount() + 1)
                        .thawing(new Unit.Thawing(
                                started, finished, temperature, device, area, interrupted, false, false))));
    }
}
