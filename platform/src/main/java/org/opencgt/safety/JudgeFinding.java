package org.opencgt.safety;

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

/**
 * An abnormal finding is judged: no event, or which one (CA-8.2.7e, CA-9.2.7).
 *
 * @param found when
 * @param significant whether it is clinically significant
 * @param standard or protocol by which it was judged
 * @param event that was reported because of it
 */
@ActType(
        value = "safety.judge-finding",
        by = {Role.DOCTOR})
public record JudgeFinding(
        @Concerns Ref<Order> order,
        Instant found,
        @Text(max = 2000, lines = true) String finding,
        boolean significant,
        @Text(max = 100) String standard,
        @Text(max = 2000, lines = true) String judgement,
        @Nullable Ref<Event> event)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.none();
    }
}
