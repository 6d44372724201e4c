package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** Something unfavourable that happened to a donor or recipient. */
@RecordBuilder
@Subject.Kind(value = "event", prefix = "V")
public record Event(
        @Nullable Ref<Recipient> recipient,
        @Nullable Ref<Unit> unit,
        String term,
        Instant onset,
        Instant aware,
        int grade,
        @Nullable String gradingStandard,
        boolean serious,
        @Nullable String causality,
        Status status,
        @Nullable Instant reportedToAuthority,
        @Nullable Instant manufacturerInformed,
        @Nullable String outcome)
        implements Subject, EventBuilder.With {

    public enum Status {
        OPEN,
        CLOSED
    }
}
