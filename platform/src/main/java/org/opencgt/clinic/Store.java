package org.opencgt.clinic;

import java.math.BigDecimal;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Unit;

/**
 * The unit is put into the hospital's store.
 *
 * @param temperature as the store showed it
 * @param quarantine apart from the units that may be used
 */
@ActType(
        value = "clinic.store",
        by = {Role.RECEIVER, Role.PHARMACIST, Role.CELL_LABORATORY})
public record Store(
        @Concerns Ref<Unit> unit,
        @Concerns Ref<Equipment> equipment,
        @Text(max = 60) String position,
        @In(value = "Cel", min = "-273.15", max = "60") BigDecimal temperature,
        boolean quarantine)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                unit,
                u -> u.with(b -> b.position(position)
                        .storage(new Unit.Storage(occasion.performedAt(), equipment, position, temperature))));
    }
}
