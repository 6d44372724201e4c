package org.opencgt.clinic;

import java.time.Instant;
import java.util.List;
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
 * The recipient was conditioned (CA-9.2.2). Whether it went as ordered is computed from medicines and start.
 *
 * @param medicines as given
 * @param decision the doctor's reason to go on where it did not go as ordered
 */
@ActType(
        value = "clinic.condition",
        by = {Role.DOCTOR})
public record Condition(
        @Concerns Ref<Order> order,
        @Concerns Ref<Recipient> recipient,
        @Text(max = 200) String regimen,
        Instant started,
        Instant finished,
        List<Order.Medicine> medicines,
        @Nullable @Text(max = 2000, lines = true) String decision)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                order,
                o -> o.with(b -> b.status(Order.Status.CONDITIONED)
                        .conditioning(new Order.Conditioning(
                                regimen,
                                started,
                                finished,
                                o.plans(started, medicines),
                                medicines,
                                decision,
                                occasion.performer()))));
    }
}
