package org.opencgt.safety;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Order;

/** A course of treatment is suspended or ended: no further order, thaw or infusion (CA-6.4d). */
@ActType(
        value = "safety.stop-course",
        by = {Role.DOCTOR, Role.QUALITY})
public record StopCourse(
        @Concerns Ref<Order> order,
        Way way,
        @Text(max = 2000, lines = true) String reason) implements Act {

    /** For the time being, or for good. */
    public enum Way {
        SUSPEND,
        TERMINATE
    }

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(order, o -> {
            Order.Suspension earlier = o.suspension();
            return o.with(b -> b.status(way == Way.SUSPEND ? Order.Status.SUSPENDED : Order.Status.TERMINATED)
                    .suspension(new Order.Suspension(
                            occasion.performedAt(),
                            reason,
                            occasion.performer(),
                            earlier == null ? o.status() : earlier.before())));
        });
    }
}
