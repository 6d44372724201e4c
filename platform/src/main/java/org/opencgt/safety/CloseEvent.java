package org.opencgt.safety;

import java.time.Instant;
import java.util.Locale;
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

/** An event is over and its investigation done. */
@ActType(
        value = "safety.close-event",
        by = {Role.DOCTOR, Role.PHARMACOVIGILANCE})
public record CloseEvent(
        @Concerns Ref<Event> event,
        Outcome outcome,
        @Nullable Instant ended,
        @Text(max = 4000, lines = true) String investigation,
        @Text(max = 4000, lines = true) String correction)
        implements Act {

    /** As in ICH E2B(R3), E.i.7. */
    public enum Outcome {
        RECOVERED,
        RECOVERING,
        NOT_RECOVERED,
        RECOVERED_WITH_SEQUELAE,
        FATAL,
        UNKNOWN
    }

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                event,
                e -> e.with(b -> b.status(Event.Status.CLOSED)
                        .ended(ended)
                        .outcome(outcome.name().toLowerCase(Locale.ROOT))));
    }
}
