package org.opencgt.clinic;

import java.time.Instant;
import java.util.Locale;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Order;
import org.opencgt.subject.Person;

/**
 * First aid stands by and the urgent channel was tried (CA-9.2.5).
 *
 * @param firstAider who stands by
 * @param group the emergency group on duty
 * @param channel for urgent calls
 * @param channelTested when it was last tried
 */
@ActType(
        value = "clinic.confirm-readiness",
        by = {Role.NURSE, Role.DOCTOR})
public record ConfirmReadiness(
        @Concerns Ref<Order> order,
        Ref<Person> firstAider,
        Location location,
        @Text(max = 100) String group,
        @Text(max = 100) String channel,
        Instant channelTested)
        implements Act {

    /** Where the first-aid person is. */
    public enum Location {
        BEDSIDE,
        DEPARTMENT
    }

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                order,
                o -> o.withBedside(new Order.Bedside(
                        occasion.performedAt(),
                        firstAider,
                        location.name().toLowerCase(Locale.ROOT),
                        channel,
                        channelTested)));
    }
}
