package org.opencgt.clinic;

import java.time.Instant;
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

/** The recipient reacts, or something goes wrong during the infusion (CA-8.2.7c, CA-9.2.4). */
@ActType(
        value = "clinic.record-reaction",
        by = {Role.NURSE, Role.DOCTOR})
public record RecordReaction(
        @Concerns Ref<Order> order,
        @Concerns Ref<Recipient> recipient,
        Instant onset,
        @Text(max = 2000, lines = true) String description,
        boolean emergency)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                order, o -> o.reacted(new Order.Reaction(onset, description, emergency, null, null, null, null)));
    }
}
