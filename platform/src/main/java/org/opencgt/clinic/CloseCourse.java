package org.opencgt.clinic;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Order;
import org.opencgt.subject.Recipient;

/** The course of treatment is over (CA-9.2.8c). */
@ActType(
        value = "clinic.close-course",
        by = {Role.DOCTOR})
public record CloseCourse(
        @Concerns Ref<Order> order,
        @Concerns Ref<Recipient> recipient,
        Reason reason,
        @Nullable @Text(max = 2000, lines = true) String remarks,
        @Nullable @Text(max = 2000, lines = true) String contactAttempts)
        implements Act {

    /** Why it is over. */
    public enum Reason {
        COMPLETED,
        LOST_TO_FOLLOW_UP,
        WITHDRAWN,
        DIED,
        NOT_TREATED
    }

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                order,
                o -> o.with(b -> b.status(Order.Status.CLOSED)
                        .closing(new Order.Closing(
                                occasion.performedAt(),
                                reason.name().toLowerCase(Locale.ROOT),
                                reason == Reason.COMPLETED))));
    }
}
