package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** A doctor’s order to treat a recipient with a product. */
@RecordBuilder
@Subject.Kind(value = "order", prefix = "O")
public record Order(
        Ref<Recipient> recipient,
        Ref<Product> product,
        @Nullable Ref<Batch> batch,
        Ref<Site> site,
        Status status,
        @In("10*6") BigDecimal dose,
        String route,
        @Nullable Instant plannedInfusion,
        @Nullable Conditioning conditioning,
        List<Ref<Unit>> infused,
        @Nullable Instant observationStarted,
        @Nullable Instant observationEnded)
        implements Subject, OrderBuilder.With {

    public enum Status {
        ORDERED,
        CONDITIONED,
        INFUSED,
        OBSERVED,
        SUSPENDED,
        TERMINATED,
        CLOSED
    }

    /** Lymphodepletion or other preconditioning. */
    public record Conditioning(String regimen, Instant started, Instant finished, boolean asPlanned) {}
}
