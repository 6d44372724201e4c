package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * How long records are kept, and since when the time runs.
 *
 * @param covers the subjects whose records they are
 * @param legalBasis the law or rule that asks for it
 * @param clockStart last use of the product, or end of the therapy
 * @param keepUntil last day on which they must still be there
 */
@RecordBuilder
@Subject.Kind(value = "retention", prefix = "J")
public record Retention(
        List<Ref<? extends Subject>> covers,
        RecordClass recordClass,
        String legalBasis,
        LocalDate clockStart,
        int years,
        LocalDate keepUntil,
        @Nullable LocalDate destroyed)
        implements Subject, RetentionBuilder.With {

    public enum RecordClass {
        RECEIPT_RECORDS,
        QUALITY_RECORDS,
        TRACING_RECORDS,
        STUDY_RECORDS,
        OTHER
    }
}
