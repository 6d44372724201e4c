package org.opencgt.safety;

import java.util.List;
import java.util.Locale;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Event;

/** Causality, seriousness and expectedness of an event are judged anew. */
@ActType(
        value = "safety.assess-event",
        by = {Role.DOCTOR, Role.PHARMACOVIGILANCE})
public record AssessEvent(
        @Concerns Ref<Event> event,
        ReportEvent.Causality causality,
        List<ReportEvent.Seriousness> seriousness,
        boolean unexpected,
        @Text(max = 2000, lines = true) String judgement)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                event,
                e -> e.with(b -> b.causality(causality.name().toLowerCase(Locale.ROOT))
                        .serious(!seriousness.isEmpty())
                        .seriousness(seriousness.stream()
                                .map(s -> s.name().toLowerCase(Locale.ROOT))
                                .toList())
                        .unexpected(unexpected)));
    }
}
