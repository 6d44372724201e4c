package org.example.acts;

import java.time.Instant;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.subject.Order;

/** A recipient is observed after infusion. */
@ActType("example.observe")
public record Observe(@Concerns Ref<Order> order, Instant at, boolean complete) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.none();
    }
}
