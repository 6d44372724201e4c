package org.opencgt.safety;

import java.time.Instant;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Event;

/** The maker is told of an event (CA-7.10b, CA-10.8). */
@ActType(
        value = "safety.inform-manufacturer-of-event",
        by = {Role.DOCTOR, Role.PHARMACOVIGILANCE})
public record InformManufacturerOfEvent(
        @Concerns Ref<Event> event,
        Instant informed,
        @Text(max = 100) String channel,
        @Text(max = 100) String reference)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(event, e -> e.withManufacturerInformed(informed));
    }
}
