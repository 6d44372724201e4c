package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * Cells or tissue taken from a donor on one occasion.
 *
 * @param donationNumber ISBT 128 donation identification number; the collection's identifier too
 * @param product for which it was collected
 * @param infectious whether it must be handled as infectious
 * @param tests of the collected cells, by name
 * @param recordSent when the maker was sent a copy of the collection record
 * @param batch made from it
 */
@RecordBuilder
@Subject.Kind(value = "collection", prefix = "K")
public record Collection(
        String donationNumber,
        Ref<Donor> donor,
        Ref<Product> product,
        Ref<Site> site,
        Instant collected,
        @Nullable @In("mL") BigDecimal volume,
        @Nullable @In("10*9") BigDecimal totalNucleatedCells,
        boolean infectious,
        @Nullable String chainOfIdentity,
        Status status,
        Procedure procedure,
        @Nullable Label label,
        @Nullable Separation separation,
        Map<String, TestResult> tests,
        @Nullable RecordCopy recordSent,
        @Nullable Receipt receipt,
        @Nullable String rejected,
        @Nullable Ref<Batch> batch)
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

    /** The way in which cells were obtained. */
    public enum Route {
        APHERESIS,
        PERIPHERAL_BLOOD,
        LYMPH_NODE,
        CORD_BLOOD,
        TUMOUR_TISSUE,
        BONE_MARROW,
        ADIPOSE_TISSUE
    }

    /** How the cells were collected. */
    public record Procedure(
            Route route,
            Ref<Area> area,
            Ref<Equipment> equipment,
            String procedureVersion,
            @Nullable String routeReason,
            @Nullable @In("mL") BigDecimal processedBloodVolume,
            @Nullable @In("mL/min") BigDecimal flowRate,
            @Nullable String anticoagulant,
            boolean aseptic,
            boolean closureIntact,
            @Nullable String microbialSample) {}

    /**
     * The label as two people read it at the donor.
     *
     * @param donationNumberMatches whether the scanned number is that of the collection
     * @param checkCharacterValid whether the label's check character fits its donation number (ISO 7064 Mod 37-2)
     */
    public record Label(
            Instant checked,
            Ref<Donor> donor,
            String chainOfIdentity,
            boolean donationNumberMatches,
            boolean checkCharacterValid) {}

    /** The separation of the cells, where, and by which version of the procedure. */
    public record Separation(
            Instant finished,
            Ref<Site> facility,
            String procedureVersion,
            @Nullable @In("%") BigDecimal viability) {}

    /** The copy of the collection record that the maker was sent. */
    public record RecordCopy(Instant sent, Ref<Site> to, String formatVersion) {}

    /** Arrival at the maker. */
    public record Receipt(
            Instant received,
            @In("Cel") BigDecimal temperature,
            boolean intact,
            boolean identityMatches,
            List<String> faults) {}
}
