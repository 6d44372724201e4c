package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * A sample taken for a test or kept in retention.
 *
 * @param number of containers
 * @param tests reported from it, by name
 */
@RecordBuilder
@Subject.Kind(value = "sample", prefix = "M")
public record Sample(
        Ref<Batch> batch,
        Purpose purpose,
        Instant taken,
        int number,
        @Nullable @In("Cel") BigDecimal storageTemperature,
        @Nullable String position,
        @Nullable LocalDate keepUntil,
        List<String> tests,
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
