package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** A sample taken for a test or kept in retention. */
@RecordBuilder
@Subject.Kind(value = "sample", prefix = "M")
public record Sample(
        Ref<Batch> batch,
        Purpose purpose,
        Instant taken,
        @Nullable String position,
        @Nullable LocalDate keepUntil,
        Status status)
        implements Subject, SampleBuilder.With {

    public enum Purpose {
        IN_PROCESS,
        RELEASE,
        RETENTION,
        STABILITY,
        KINETICS
    }

    public enum Status {
        TAKEN,
        TESTED,
        KEPT,
        DESTROYED
    }
}
