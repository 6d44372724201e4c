package org.opencgt.clinic;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Into;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.act.Uses;
import org.opencgt.subject.Order;
import org.opencgt.subject.Recipient;
import org.opencgt.subject.Unit;

/**
 * The infusion of one unit begins (CA-8.2.6, CA-10.7).
 *
 * @param unitLabel identifier of the unit, as scanned at the start
 * @param route as the product's instructions name it
 * @param device the set or pump, as scanned
 * @param filter in the set, where there is one
 * @param rate as set
 */
@ActType(
        value = "clinic.start-infusion",
        by = {Role.NURSE, Role.DOCTOR})
public record StartInfusion(
        @Uses Ref<Unit> unit,
        @Into Ref<Recipient> recipient,
        @Concerns Ref<Order> order,
        @Text(max = 80) String unitLabel,
        @Text(max = 60) String route,
        @Text(max = 100) String device,
        @Nullable @Text(max = 100) String filter,
        @In(value = "mL/min", min = "0") BigDecimal rate)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                        unit,
                        u -> u.with(b -> b.status(Unit.Status.INFUSING)
                                .infusion(new Unit.Infusion(
                                        occasion.performedAt(),
                                        null,
                                        recipient,
                                        order,
                                        route,
                                        device,
                                        rate,
                                        null,
                                        null))))
                .andOn(recipient, r -> r.withLastInfusion(occasion.performedAt()))
                .andOn(order, o -> o.started(occasion.performedAt(), unit));
    }
}
