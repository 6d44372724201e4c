package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** The files of a treatment or study, put away against a list (CA-10.16). */
@RecordBuilder
@Subject.Kind(value = "archive-file", prefix = "W")
public record ArchiveFile(
        Ref<? extends Subject> concerning,
        Ref<ArchiveLocation> location,
        Ref<Document> list,
        String shelf,
        List<Item> items,
        Instant archived,
        boolean destroyed)
        implements Subject, ArchiveFileBuilder.With {

    /**
     * A document of the list.
     *
     * @param name as on the list
     * @param notApplicable why there is none
     */
    public record Item(
            String name,
            boolean present,
            boolean conforms,
            @Nullable String notApplicable) {}
}
