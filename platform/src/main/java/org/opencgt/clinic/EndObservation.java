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
import org.opencgt.subject.Order;
import org.opencgt.subject.Recipient;

/**
 * The observation after the infusion ends (CA-8.2.7a, CA-9.2.6a).
 *
 * @param earlyReason the doctor's reason to end before the maker's time, never before 30 minutes
 */
@ActType(
        value = "clinic.end-observation",
        by = {Role.NURSE, Role.DOCTOR})
public record EndObservation(
        @Concerns Ref<Order> order,
        @Concerns Ref<Recipient> recipient,
        Instant ended,
        @Text(max = 1000, lines = true) String condition,
        @Nullable @Text(max = 2000, lines = true) String earlyReason)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                order, o -> o.with(b -> b.status(Order.Status.OBSERVED).observationEnded(ended)));
    }
}
