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
import org.opencgt.subject.Site;
import org.opencgt.subject.Unit;

/**
 * The shipment is handed over at its destination. Units wait for the receipt inspection; a collection for the maker's.
 *
 * @param at the site where it was handed over
 */
@ActType(
        value = "logistics.arrive",
        by = {Role.COURIER, Role.RECEIVER, Role.WAREHOUSE, Role.MANUFACTURING_OPERATOR})
public record Arrive(
        @Concerns Ref<Shipment> shipment,
        @Concerns List<Ref<Unit>> units,
        @Nullable @Concerns Ref<Collection> collection,
        Ref<Site> at,
        boolean sealIntact)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                        shipment,
                        s -> s.with(b -> b.status(Shipment.Status.ARRIVED)
                                .arrived(occasion.performedAt())
                                .sealIntact(sealIntact)))
                .andOnEach(units, u -> u.with(b -> b.status(Unit.Status.ARRIVED).heldAt(at)));
    }
}
