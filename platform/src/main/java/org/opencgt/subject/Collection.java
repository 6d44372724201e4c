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
 * @param origin absent: collected for this product
 * @param embryo of embryonic stem cells
 * @param cells what was found of them on receipt
 * @param furtherUses beyond the manufacture for which they were collected
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
        @Nullable Ref<Batch> batch,
        @Nullable Origin origin,
        @Nullable Embryo embryo,
        @Nullable Cells cells,
        List<FurtherUse> furtherUses)
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
        ADIPOSE_TISSUE,
        UMBILICAL_CORD,
        PLACENTA,
        EMBRYO
    }

    /** Material that was there before. */
    public enum Origin {
        PREVIOUSLY_FROZEN,
        DONATED_LATER
    }

    /**
     * The embryo of which cells were derived.
     *
     * @param began of the embryo's time outside the body: fertilisation or nuclear transfer
     * @param derived when the cells were taken from it
     */
    public record Embryo(
            Beginning beginning, Instant began, Instant derived, String embryoConsent, Ref<Document> ethicsApproval) {

        public enum Beginning {
            FERTILISATION,
            NUCLEAR_TRANSFER
        }
    }

    /**
     * The state of the cells.
     *
     * @param passage 0 where they were not cultured
     */
    public record Cells(
            Instant at,
            String features,
            String culture,
            @In(value = "1", min = "0", max = "200") int passage,
            String growth,
            String storageState,
            String storageConditions,
            String tests) {}

    /** A use that the donor must have allowed by itself. */
    public record FurtherUse(
            Instant at,
            Kind kind,
            String purpose,
            @Nullable Ref<Site> site,
            @Nullable Ref<Product> product) {

        public enum Kind {
            BANKING,
            LONG_TERM_KEEPING,
            SHARING,
            OTHER_PROJECT,
            OTHER_INSTITUTION
        }
    }

    public Collection usedFurther(FurtherUse use) {
        return withFurtherUses(Lists.plus(furtherUses, use));
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
            @Nullable String microbialSample,
            List<Protection> protection,
            @Nullable Instant stationCleared) {

        /** Of cells that no apheresis brought: nothing is known of blood, flow or station. */
        public static Procedure withoutApheresis(
                Route route, Ref<Area> area, Ref<Equipment> equipment, String procedureVersion) {
            return new Procedure(
                    route,
                    area,
                    equipment,
                    procedureVersion,
                    null,
                    null,
                    null,
                    null,
                    true,
                    true,
                    null,
                    List.of(),
                    null);
        }
    }

    /** What keeps agents of the surroundings away from the cells. */
    public enum Protection {
        SKIN_DISINFECTION,
        STERILE_FIELD,
        GLOVES_AND_MASK,
        CLOSED_SYSTEM,
        STERILE_INSTRUMENTS
    }

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
