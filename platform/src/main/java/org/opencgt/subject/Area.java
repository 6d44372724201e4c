package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * A room or workplace: clean room, thaw area, ward room.
 *
 * @param cleanlinessGrade A to D of the drug GMP; absent where the room has none
 * @param airHandlingUnit identifier of the unit that ventilates it
 * @param permits what may be done in it, one word a kind of work
 * @param clearedFor the batch that is in the room, for which it was cleared
 * @param inactivations of articles that are still in the room
 * @param clearance of the line since the last batch; absent while a batch is in the room
 */
@RecordBuilder
@Subject.Kind(value = "area", prefix = "R")
public record Area(
        String name,
        Type type,
        Ref<Site> site,
        boolean active,
        @Nullable String cleanlinessGrade,
        @Nullable String airHandlingUnit,
        List<String> permits,
        @Nullable Instant cleanUntil,
        @Nullable Ref<Batch> clearedFor,
        @Nullable Clearance clearance,
        List<Ref<Recipient>> occupants,
        @Nullable List<Inactivation> inactivations)
        implements Subject, AreaBuilder.With {

    public enum Type {
        CLEAN_ROOM,
        THAW_AREA,
        PREPARATION_AREA,
        RECEIVING_AREA,
        TREATMENT_ROOM,
        STORAGE_ROOM,
        COLLECTION_ROOM,
        WARD,
        MEDICAL_UNIT,
        NURSING_UNIT,
        QUALITY_CONTROL_LABORATORY,
        ARCHIVE_ROOM,
        VIRUS_PREPARATION,
        VIRUS_STORAGE,
        INFECTIOUS_SUITE,
        OTHER
    }

    /** A tool or article was inactivated so that it may leave the room (CA-5.1.8b). */
    public record Inactivation(String item, String method, Instant at, Ref<? extends Subject> by, boolean passed) {}

    public Area inactivated(Inactivation done) {
        return withInactivations(Lists.superseding(
                inactivations == null ? List.of() : inactivations, i -> i.item().equals(done.item()), done));
    }

    /** The article is no longer in the room. */
    public Area removed(String item) {
        return withInactivations(
                inactivations == null
                        ? null
                        : inactivations.stream()
                                .filter(i -> !i.item().equals(item))
                                .toList());
    }

    /** Line clearance: what was before is gone, and the room is clean. */
    public record Clearance(
            Instant at,
            @Nullable Ref<Batch> after,
            boolean materialsRemoved,
            boolean documentsRemoved,
            boolean cleaned,
            boolean disinfected) {}
}
