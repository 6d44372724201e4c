package org.opencgt.safety;

import java.math.BigDecimal;
import java.time.Instant;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Event;
import org.opencgt.subject.Recipient;

/** An event is treated with a medicine. */
@ActType(
        value = "safety.treat-event",
        by = {Role.DOCTOR, Role.NURSE})
public record TreatEvent(
        @Concerns Ref<Event> event,
        @Concerns Ref<Recipient> recipient,
        @Text(max = 100) String medicine,
        @In(value = "1", min = "0") BigDecimal dose,
        @Text(max = 20) String unit,
        @Text(max = 60) String route,
        Instant given)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        String measure = medicine + " " + dose.toPlainString() + " " + unit;
        return Effects.on(event, e -> e.withMeasures(e.measures() == null ? measure : e.measures() + "; " + measure));
    }
}
