package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** A place where files are kept for the long term (CA-5.2.9, CA-10.17). */
@RecordBuilder
@Subject.Kind(value = "archive-location", prefix = "G")
public record ArchiveLocation(
        String name,
        Ref<Site> site,
        List<Condition> conditions,
        @Nullable LocalDate inspected) implements Subject, ArchiveLocationBuilder.With {

    /** @param reason why the protection does not apply */
    public record Condition(
            Protection protection, Answer answer, @Nullable String reason) {}

    public enum Protection {
        DEDICATED_ROOM,
        DEDICATED_PERSON,
        FIRE,
        INSECTS,
        THEFT,
        MAGNETISM,
        DAMP
    }

    public enum Answer {
        YES,
        NO,
        NOT_APPLICABLE
    }

    public ArchiveLocation inspected(LocalDate on, List<Condition> found) {
        ArchiveLocation next = withInspected(on);
        for (Condition condition : found) {
            next = next.withConditions(
                    Lists.superseding(next.conditions, c -> c.protection() == condition.protection(), condition));
        }
        return next;
    }
}
