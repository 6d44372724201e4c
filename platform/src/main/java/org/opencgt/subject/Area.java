package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** A room or workplace: clean room, thaw area, ward room. */
@RecordBuilder
@Subject.Kind(value = "area", prefix = "R")
public record Area(
        String name,
        Type type,
        Ref<Site> site,
        boolean active,
        @Nullable String cleanlinessGrade,
        @Nullable Instant cleanUntil,
        @Nullable Ref<Batch> clearedFor,
        List<Ref<Recipient>> occupants)
        implements Subject, AreaBuilder.With {

    public enum Type {
        CLEAN_ROOM,
        THAW_AREA,
        PREPARATION_AREA,
        RECEIVING_AREA,
        TREATMENT_ROOM,
        STORAGE_ROOM,
        COLLECTION_ROOM
    }
}
