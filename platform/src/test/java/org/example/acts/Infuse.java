package org.example.acts;

import java.time.Instant;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Into;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Uses;
import org.opencgt.subject.Order;
import org.opencgt.subject.Recipient;
import org.opencgt.subject.Unit;

/** A unit is infused. */
@ActType("example.infuse")
public record Infuse(
        @Uses Ref<Unit> unit,
        @Into Ref<Recipient> recipient,
        @Concerns Ref<Order> order,
        Instant finished) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(unit, u -> u.withStatus(Unit.Status.INFUSED))
                .andOn(order, o -> o.withStatus(Order.Status.INFUSED));
    }
}
