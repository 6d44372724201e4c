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

/** Related harm is reported to the ethics committee for the record (CA-9.2.8d). */
@ActType(
        value = "safety.report-to-ethics",
        by = {Role.DOCTOR, Role.PHARMACOVIGILANCE, Role.STUDY_COORDINATOR})
public record ReportToEthics(
        @Concerns Ref<Event> event,
        Instant sent,
        @Text(max = 2000, lines = true) String measure,
        @Nullable @Text(max = 60) String filingNumber)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                event,
                e -> e.with(b -> b.reportedToEthics(sent)
                        .ethicsNumber(filingNumber)
                        .measures(e.measures() == null ? measure : e.measures() + "; " + measure)));
    }
}
