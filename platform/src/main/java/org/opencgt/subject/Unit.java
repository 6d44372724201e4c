package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
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
        @Nullable Infusion infusion,
        @Nullable Ref<Order> order,
        @Nullable Ref<Shipment> shipment,
        @Nullable Receipt receipt,
        @Nullable Acceptance acceptance,
        @Nullable Storage storage,
        @Nullable FailedThaw failedThaw,
        @Nullable Appearance appearance,
        @Nullable RiskAssessment riskAssessment,
        @Nullable Advice advice,
        @Nullable Disposition disposition)
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

    /**
     * What the receiver read off the unit and its papers, before any judgement.
     *
     * @param quantity units of the batch in the delivery
     * @param form as seen
     * @param documents that came with it, one word a kind
     * @param documentsMatch whether they name this product and batch
     */
    public record Receipt(
            Instant received,
            Ref<? extends Subject> receiver,
            Ref<Order> order,
            String productName,
            String batchNumber,
            int quantity,
            boolean labelComplete,
            boolean labelLegible,
            boolean labelUnaltered,
            Product.Form form,
            LocalDate expires,
            List<String> documents,
            boolean documentsMatch) {}

    /**
     * Inspection on receipt at the hospital.
     *
     * @param abnormalities of pack, appearance and state, one word each
     * @param transportAbnormalities {@code delay}, {@code exposure}, {@code other}
     */
    public record Inspection(
            Instant inspected, boolean passed, List<String> abnormalities, List<String> transportAbnormalities) {}

    /** The signed receipt record. */
    public record Acceptance(Instant at, Ref<? extends Subject> by, LocalDate keepUntil, String legalBasis) {}

    /** Where the hospital keeps the unit. */
    public record Storage(
            Instant at,
            Ref<Equipment> equipment,
            String position,
            @In("Cel") BigDecimal temperature) {}

    public record Thawing(
            Instant started,
            Instant finished,
            @In("Cel") BigDecimal temperature,
            Ref<Equipment> device,
            Ref<Area> area,
            boolean interrupted,
            boolean appearanceNormal,
            boolean viabilityConfirmed) {}

    /** A thaw that was interrupted or left its range. */
    public record FailedThaw(Instant started, Instant stopped, String reason) {}

    /** The look of the product after thaw. */
    public record Appearance(Instant at, boolean normal, List<String> abnormalities) {}

    public record Mixing(
            Instant mixed,
            String diluent,
            @In("mL") BigDecimal diluentVolume,
            String diluentLot,
            LocalDate diluentExpires,
            Ref<Area> area) {}

    /**
     * The bedside check of unit, recipient and order by two people.
     *
     * @param checkCharacterValid whether the check character on the label fits its donation number
     * @param during when the check during the infusion was done
     * @param after when the check after the infusion was done
     */
    public record Verification(
            Instant at,
            Ref<? extends Subject> first,
            Ref<? extends Subject> second,
            Ref<Recipient> recipient,
            Ref<Order> order,
            boolean checkCharacterValid,
            @Nullable Instant during,
            @Nullable Instant after) {

        /** The second of the three checks is done. */
        public Verification during(Instant when) {
            return new Verification(at, first, second, recipient, order, checkCharacterValid, when, after);
        }

        /** The third of the three checks is done. */
        public Verification after(Instant when) {
            return new Verification(at, first, second, recipient, order, checkCharacterValid, during, when);
        }
    }

    public record Infusion(
            Instant started,
            @Nullable Instant finished,
            Ref<Recipient> recipient,
            Ref<Order> order,
            String route,
            String device,
            @In("mL/min") BigDecimal plannedRate,
            @Nullable @In("mL") BigDecimal volume,
            @Nullable @In("10*6") BigDecimal dose) {}

    /** The hospital's judgement of the risk of what put the unit on hold. */
    public record RiskAssessment(Instant at, String risk, String conclusion, boolean acceptable) {}

    /** What the maker found and advises. */
    public record Advice(Instant at, Ref<? extends Subject> by, String investigation, String text, Decision decision) {}

    /** What becomes of a unit that was on hold. */
    public enum Decision {
        USE,
        RETURN,
        DISCARD
    }

    /**
     * The signed end of a hold.
     *
     * @param resolved the triggers of the hold that it settles
     */
    public record Disposition(Instant at, Decision decision, List<String> resolved) {}

    /**
     * The unit may not be used until the hold is lifted. A further reason joins those there are, and what was told, judged and
     * advised before it no longer counts.
     */
    public Unit held(Instant since, String reason, List<String> triggers) {
        if (triggers.isEmpty()) {
            return this;
        }
        Hold next = hold == null
                ? new Hold(since, reason, List.copyOf(triggers), null)
                : new Hold(hold.since, hold.reason + "; " + reason, union(hold.triggers, triggers), null);
        return with(b -> b.hold(next).riskAssessment(null).advice(null));
    }

    /** The hold ends; what it settles joins what was settled before. */
    public Unit released(Instant at, Decision decision, List<String> resolved) {
        List<String> before = disposition == null ? List.of() : disposition.resolved;
        return with(b -> b.hold(null).disposition(new Disposition(at, decision, union(before, resolved))));
    }

    private static List<String> union(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
