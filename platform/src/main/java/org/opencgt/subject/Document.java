package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** A controlled document with its versions. */
@RecordBuilder
@Subject.Kind(value = "document", prefix = "D")
public record Document(String title, String category, Ref<Site> site, List<Version> versions)
        implements Subject, DocumentBuilder.With {

    /** One version; {@code sha256} names the attachment that holds it. */
    public record Version(
            String version,
            @Nullable LocalDate effective,
            @Nullable LocalDate withdrawn,
            @Nullable LocalDate reviewDue,
            @Nullable String sha256) {}
}
