package org.opencgt.logistics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Collection;
import org.opencgt.subject.Shipment;
import org.opencgt.subject.Unit;

/** The carrier takes the shipment over; units and collection are those that were packed. */
@ActType(
        value = "logistics.dispatch",
        by = {Role.COURIER, Role.WAREHOUSE, Role.CELL_LABORATORY, Role.APHERESIS_NURSE})
public record Dispatch(
        @Concerns Ref<Shipment> shipment,
        @Concerns List<Ref<Unit>> units,
        @Nullable @Concerns Ref<Collection> collection)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                        shipment,
                        s -> s.with(b -> b.status(Shipment.Status.DISPATCHED).dispatched(occasion.performedAt())))
                .andOnEach(units, u -> u.withStatus(Unit.Status.IN_TRANSIT))
                .andOnPresent(collection, c -> c.withStatus(Collection.Status.IN_TRANSIT));
    }
}
