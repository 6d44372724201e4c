package org.opencgt.clinic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Area;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Order;
import org.opencgt.subject.Person;

/**
 * The hospital is ready to take the product in (CA-8.1.2).
 *
 * @param receiver who will receive it
 * @param recordForm the form or system for the receipt record
 * @param thermometer with which the receiver measures, where the product needs one
 * @param storage where the product goes at once
 * @param position in the storage
 * @param positionFree as seen
 */
@ActType(
        value = "clinic.prepare-receipt",
        by = {Role.RECEIVER, Role.PHARMACIST, Role.CELL_LABORATORY})
public record PrepareReceipt(
        @Concerns Ref<Order> order,
        Ref<Person> receiver,
        @Text(max = 100) String recordForm,
        @Nullable @Concerns Ref<Equipment> thermometer,
        @Concerns Ref<Area> area,
        boolean areaClean,
        @Concerns Ref<Equipment> storage,
        @Text(max = 60) String position,
        boolean positionFree,
        Instant expectedArrival)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                order,
                o -> o.withReadiness(new Order.Readiness(occasion.performedAt(), receiver, area, storage, position)));
    }
}
