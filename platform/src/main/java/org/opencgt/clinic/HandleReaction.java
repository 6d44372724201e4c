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
import org.opencgt.subject.Event;
import org.opencgt.subject.Order;
import org.opencgt.subject.Recipient;

/**
 * A reaction was handled under the hospital's rules (CA-8.2.7c, CA-9.2.4).
 *
 * @param onset of the reaction, as recorded
 * @param rule the hospital's rule that was followed
 * @param rescue what was done to rescue the recipient in an emergency
 * @param event where one was reported
 */
@ActType(
        value = "clinic.handle-reaction",
        by = {Role.DOCTOR})
public record HandleReaction(
        @Concerns Ref<Order> order,
        @Concerns Ref<Recipient> recipient,
        Instant onset,
        @Text(max = 2000, lines = true) String action,
        @Text(max = 200) String rule,
        @Nullable @Text(max = 2000, lines = true) String rescue,
        @Nullable Ref<Event> event)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(order, o -> o.handled(onset, occasion.performedAt(), action, rule, event));
    }
}
