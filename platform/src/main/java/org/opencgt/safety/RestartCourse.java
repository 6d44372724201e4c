package org.opencgt.safety;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Order;

/** A suspended course of treatment goes on where it stood; two people decide (CA-6.4d). */
@ActType(
        value = "safety.restart-course",
        by = {Role.DOCTOR, Role.QUALITY},
        signed = {Meaning.PERFORMED, Meaning.APPROVED})
public record RestartCourse(
        @Concerns Ref<Order> order,
        @Text(max = 2000, lines = true) String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(order, o -> {
            Order.Suspension suspension = o.suspension();
            return suspension == null
                    ? o
                    : o.with(b -> b.status(suspension.before()).suspension(null));
        });
    }
}
