package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * A departure from a procedure or a limit, from its opening to its closing.
 *
 * @param batches whose release it holds up
 * @param parameter the process parameter or test whose limit was left, by its name in the limits or the specification
 * @param openedBy who found it
 * @param assessedBy who judged its severity and cause
 */
@RecordBuilder
@Subject.Kind(value = "deviation", prefix = "X")
public record Deviation(
        Ref<? extends Subject> concerning,
        List<Ref<Batch>> batches,
        @Nullable String parameter,
        String description,
        Instant occurred,
        Instant opened,
        Ref<? extends Subject> openedBy,
        Severity severity,
        Status status,
        @Nullable String assessment,
        @Nullable Boolean affectsQuality,
        @Nullable Ref<? extends Subject> assessedBy,
        @Nullable String rootCause,
        @Nullable String action,
        @Nullable Instant closed)
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
