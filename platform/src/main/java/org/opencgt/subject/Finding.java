package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;

/** A problem that an audit, monitoring, quality control or the study itself brought to light (CA-10.15). */
@RecordBuilder
@Subject.Kind(value = "finding", prefix = "F")
public record Finding(
        Ref<Site> site,
        @Nullable Ref<Study> study,
        Source source,
        @Text(max = 2000, lines = true) String description,
        Instant found,
        @Nullable Entry correction,
        @Nullable Entry analysis,
        @Nullable Entry improvement,
        @Nullable Boolean systemChanged,
        @Nullable String systemChange,
        Status status)
        implements Subject, FindingBuilder.With {

    public enum Source {
        AUDIT,
        MONITORING,
        QUALITY_CONTROL,
        STUDY_PERIOD
    }

    public enum Status {
        OPEN,
        CLOSED
    }

    public record Entry(@Text(max = 2000, lines = true) String text, Instant at, Ref<? extends Subject> by) {}
}
