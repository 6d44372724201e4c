package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** One batch of a product from one starting material. */
@RecordBuilder
@Subject.Kind(value = "batch", prefix = "B")
public record Batch(
        String number,
        Ref<Product> product,
        Ref<Collection> collection,
        Ref<Site> site,
        @Nullable Ref<Recipient> intendedRecipient,
        @Nullable String chainOfIdentity,
        Stage stage,
        Instant started,
        Map<String, Result> inProcess,
        Map<String, Result> releaseTests,
        @Nullable @In("10*6") BigDecimal viableCells,
        @Nullable @In("%") BigDecimal transductionEfficiency,
        @Nullable LocalDate produced,
        @Nullable LocalDate expires,
        @Nullable Release release,
        List<Ref<Deviation>> openDeviations)
        implements Subject, BatchBuilder.With {

    public enum Stage {
        OPENED,
        SELECTED,
        ACTIVATED,
        TRANSDUCED,
        EXPANDING,
        HARVESTED,
        FORMULATED,
        CRYOPRESERVED,
        RELEASED,
        REJECTED
    }

    /** A test result: a number in its unit, or words for a qualitative one, against the specification of its time. */
    public record Result(
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable String words,
            boolean meets,
            String method,
            Instant reported) {}

    /** The decision of the qualified person. */
    public record Release(Instant at, Ref<Person> by, String certificate) {}
}
