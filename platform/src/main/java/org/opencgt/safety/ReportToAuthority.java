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

/** An event is reported to the authority or the body that the rules name (CA-10.8). */
@ActType(
        value = "safety.report-to-authority",
        by = {Role.DOCTOR, Role.PHARMACOVIGILANCE})
public record ReportToAuthority(
        @Concerns Ref<Event> event,
        @Text(max = 200) String authority,
        Instant sent,
        @Text(max = 60) String number) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(event, e -> e.with(b -> b.reportedToAuthority(sent).authorityNumber(number)));
    }
}
