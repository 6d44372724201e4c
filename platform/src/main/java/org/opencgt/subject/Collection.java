package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** Cells or tissue taken from a donor on one occasion. */
@RecordBuilder
@Subject.Kind(value = "collection", prefix = "K")
public record Collection(
        String donationNumber,
        Ref<Donor> donor,
        Ref<Site> site,
        Instant collected,
        @Nullable @In("mL") BigDecimal volume,
        @Nullable @In("10*9") BigDecimal totalNucleatedCells,
        boolean infectious,
        @Nullable String chainOfIdentity,
        Status status,
        @Nullable Receipt receipt)
        implements Subject, CollectionBuilder.With {

    public enum Status {
        COLLECTED,
        LABELLED,
        IN_TRANSIT,
        RECEIVED,
        ACCEPTED,
        REJECTED,
        USED
    }

    /** Arrival at the maker. */
    public record Receipt(
            Instant received, @In("Cel") BigDecimal temperature, boolean intact, boolean identityMatches) {}
}
