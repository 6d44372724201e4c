package org.opencgt.clinic;

import java.math.BigDecimal;
import java.time.Instant;
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
import org.opencgt.subject.Unit;

/**
 * The infusion of one unit is over; observation begins (CA-8.2.6d, e, CA-8.2.7d).
 *
 * @param dose cells given
 * @param rate highest rate on record
 * @param lowestRate lowest rate on record
 * @param shocked whether there was strong mechanical shock
 * @param temperatureSwing whether the temperature swung
 * @param reaction whether the recipient reacted in any way
 * @param incomplete the reason where not all was given
 */
@ActType(
        value = "clinic.finish-infusion",
        by = {Role.NURSE, Role.DOCTOR})
public record FinishInfusion(
        @Concerns Ref<Unit> unit,
        @Concerns Ref<Recipient> recipient,
        @Concerns Ref<Order> order,
        Instant finished,
        @In(value = "mL", min = "0") BigDecimal volume,
        @In(value = "10*6", min = "0") BigDecimal dose,
        @In(value = "mL/min", min = "0") BigDecimal rate,
        @In(value = "mL/min", min = "0") BigDecimal lowestRate,
        boolean shocked,
        boolean temperatureSwing,
        boolean reaction,
        @Nullable @Text(max = 2000, lines = true) String incomplete)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(unit, u -> {
                    Unit.Infusion i = u.infusion();
                    return i == null
                            ? u
                            : u.with(b -> b.status(Unit.Status.INFUSED)
                                    .infusion(new Unit.Infusion(
                                            i.started(),
                                            finished,
                                            i.recipient(),
                                            i.order(),
                                            i.route(),
                                            i.device(),
                                            i.plannedRate(),
                                            volume,
                                            dose)));
                })
                .andOn(order, o -> o.finished(finished, dose, volume, reaction));
    }
}
