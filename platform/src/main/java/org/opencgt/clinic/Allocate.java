package org.opencgt.clinic;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Batch;
import org.opencgt.subject.Order;
import org.opencgt.subject.Unit;

/** Units of a batch are set aside for an order. */
@ActType(
        value = "clinic.allocate",
        by = {Role.PHARMACIST, Role.CELL_LABORATORY, Role.WAREHOUSE, Role.QUALITY})
public record Allocate(
        @Concerns Ref<Order> order,
        Ref<Batch> batch,
        @Concerns List<Ref<Unit>> units) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(order, o -> o.with(b -> b.batch(batch).allocated(units)))
                .andOnEach(units, u -> u.withOrder(order));
    }
}
