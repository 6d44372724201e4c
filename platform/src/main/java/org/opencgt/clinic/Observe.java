package org.opencgt.clinic;

import java.math.BigDecimal;
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

/** Vital signs and possible reactions during and after the infusion (CA-8.2.7b). */
@ActType(
        value = "clinic.observe",
        by = {Role.NURSE, Role.DOCTOR})
public record Observe(
        @Concerns Ref<Order> order,
        @Concerns Ref<Recipient> recipient,
        @In(value = "Cel", min = "25", max = "45") BigDecimal temperature,
        @In(value = "/min", min = "0", max = "300") int pulse,
        @In(value = "/min", min = "0", max = "100") int respiration,
        @In(value = "mm[Hg]", min = "0", max = "350") int systolic,
        @In(value = "mm[Hg]", min = "0", max = "250") int diastolic,
        @In(value = "%", min = "0", max = "100") BigDecimal oxygenSaturation,
        boolean abnormal,
        @Nullable @Text(max = 2000, lines = true) String remarks)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                order,
                o -> o.observed(new Order.Observation(
                        occasion.performedAt(),
                        temperature,
                        pulse,
                        respiration,
                        systolic,
                        diastolic,
                        oxygenSaturation,
                        abnormal)));
    }
}
