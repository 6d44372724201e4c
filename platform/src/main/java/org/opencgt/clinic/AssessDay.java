package org.opencgt.clinic;

import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Order;
import org.opencgt.subject.Recipient;

/**
 * The assessment of one day after the infusion (CA-9.2.6b).
 *
 * @param day after the infusion, which is day 0
 * @param action what was done about an abnormal finding
 * @param notDone why a part was not done
 */
@ActType(
        value = "clinic.assess-day",
        by = {Role.DOCTOR, Role.NURSE})
public record AssessDay(
        @Concerns Ref<Order> order,
        @Concerns Ref<Recipient> recipient,
        @In(value = "d", min = "1", max = "60") int day,
        boolean interviewed,
        boolean examined,
        boolean ecg,
        boolean tested,
        boolean abnormal,
        @Text(max = 4000, lines = true) String findings,
        @Nullable @Text(max = 2000, lines = true) String action,
        @Nullable @Text(max = 2000, lines = true) String notDone)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                order,
                o -> o.assessed(new Order.Day(
                        day, occasion.performedAt(), interviewed && examined && ecg && tested, abnormal)));
    }
}
