package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** A departure from a procedure or a limit, from its opening to its closing. */
@RecordBuilder
@Subject.Kind(value = "deviation", prefix = "X")
public record Deviation(
        Ref<? extends Subject> concerning,
        String description,
        Instant occurred,
        Instant opened,
        Severity severity,
        Status status,
        @Nullable String assessment,
        @Nullable String rootCause,
        @Nullable String action)
        implements Subject, DeviationBuilder.With {

    public enum Severity {
        MINOR,
        MAJOR,
        CRITICAL
    }

    public enum Status {
        OPEN,
        ASSESSED,
        CLOSED
    }
}
