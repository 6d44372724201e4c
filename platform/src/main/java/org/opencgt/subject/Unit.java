package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** One container of cells, from filling to infusion. */
@RecordBuilder
@Subject.Kind(value = "unit", prefix = "U")
public record Unit(
        Ref<Batch> batch,
        Ref<Product> product,
        @Nullable Ref<Recipient> recipient,
        String chainOfIdentity,
        @In("mL") BigDecimal volume,
        @In("10*6") BigDecimal viableCells,
        Status status,
        LocalDate expires,
        Ref<Site> heldAt,
        @Nullable String position,
        @Nullable Hold hold,
        int freezeThawCount,
        @Nullable Filling filling,
        @Nullable Label label,
        @Nullable Inspection inspection,
        @Nullable Thawing thawing,
        @Nullable Mixing mixing,
        @Nullable Verification verification,
        @Nullable Infusion infusion)
        implements Subject, UnitBuilder.With {

    public enum Status {
        FILLED,
        STORED,
        RELEASED,
        IN_TRANSIT,
        ARRIVED,
        ACCEPTED,
        THAWED,
        PREPARED,
        INFUSING,
        INFUSED,
        REJECTED,
        RETURNED,
        DESTROYED
    }

    /**
     * How the container was filled.
     *
     * @param container its type and lot, for example a bag
     * @param concentration of viable cells
     * @param functionalCells viable cells that carry the function, of CAR-T cells those positive for a T-cell marker and the receptor
     */
    public record Filling(
            Instant filled,
            int number,
            Ref<MaterialLot> container,
            @In("10*6/mL") BigDecimal concentration,
            @In("10*6") BigDecimal functionalCells) {}

    /** The printed label as two people read it back. */
    public record Label(
            Instant checked,
            String productName,
            String batchNumber,
            String chainOfIdentity,
            Product.CellSource donorType,
            @In("10*6") BigDecimal viableCells,
            @In("10*6/mL") BigDecimal concentration,
            @In("mL") BigDecimal volume,
            Product.Form form,
            LocalDate produced,
            LocalDate expires,
            @In("Cel") BigDecimal storageMinimum,
            @In("Cel") BigDecimal storageMaximum,
            boolean infectiousWarning) {}

    /** Why the unit may not be used for the time being. */
    public record Hold(
            Instant since,
            String reason,
            List<String> triggers,
            @Nullable Instant manufacturerInformed) {}

    /** Inspection on receipt at the hospital. */
    public record Inspection(Instant inspected, boolean passed, List<String> abnormalities) {}

    public record Thawing(
            Instant started,
            Instant finished,
            @In("Cel") BigDecimal temperature,
            Ref<Equipment> device,
            boolean interrupted,
            boolean appearanceNormal,
            boolean viabilityConfirmed) {}

    public record Mixing(
            Instant mixed, String diluent, @In("mL") BigDecimal diluentVolume) {}

    /** The bedside check of unit, recipient and order by two people. */
    public record Verification(Instant at, Ref<Person> first, Ref<Person> second, Ref<Recipient> recipient) {}

    public record Infusion(Instant started, @Nullable Instant finished, Ref<Recipient> recipient, Ref<Order> order) {}
}
