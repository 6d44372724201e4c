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

/**
 * A lot of a raw material, reagent or vector.
 *
 * @param certificate number of the certificate of analysis
 * @param certificateLot the lot number on that certificate
 * @param origin from which the material is made: {@code synthetic}, {@code recombinant}, {@code human}, {@code animal}, {@code plant}
 * @param unit UCUM code of the quantities
 * @param definition what the material is; absent where it is not in the list of materials
 * @param donor whose serum or plasma it is
 * @param collected when serum or plasma was taken
 * @param bank of a reagent that the site makes itself with cells (vector, feeder and packaging cells): of which bank they are
 * @param tests by name; of a vector among them {@code titre}, {@code rcl_supernatant}, {@code rcl_end_of_production_cells}
 */
@RecordBuilder
@Subject.Kind(value = "material-lot", prefix = "L")
public record MaterialLot(
        String material,
        Category category,
        Use use,
        String lotNumber,
        Ref<Site> supplier,
        Ref<Site> site,
        LocalDate expires,
        Instant received,
        Status status,
        BigDecimal quantity,
        BigDecimal remaining,
        String unit,
        @Nullable String certificate,
        @Nullable String certificateLot,
        List<String> origin,
        @Nullable Source source,
        Grade grade,
        @Nullable String gradeJustification,
        Risk risk,
        boolean cellContact,
        boolean approvedForUse,
        @Nullable String useJustification,
        @In("Cel") BigDecimal storageMinimum,
        @In("Cel") BigDecimal storageMaximum,
        Arrival arrival,
        Map<String, TestResult> tests,
        @Nullable Decision decision,
        @Nullable Recall recall,
        @Nullable Ref<Material> definition,
        @Nullable Ref<Donor> donor,
        @Nullable LocalDate collected,
        @Nullable Ref<CellBank> bank)
        implements Subject, MaterialLotBuilder.With {

    public enum Status {
        QUARANTINE,
        RELEASED,
        REJECTED,
        RECALLED,
        EXHAUSTED
    }

    /** What kind of material it is. */
    public enum Category {
        CULTURE_MEDIUM,
        CYTOKINE,
        ANTIBODY,
        MAGNETIC_BEADS,
        ENZYME,
        SERUM,
        HUMAN_ALBUMIN,
        VIRAL_VECTOR,
        PLASMID,
        CRYOPROTECTANT,
        BUFFER,
        ANTIBIOTIC,
        CONTAINER,
        CONSUMABLE,
        ANTIGEN,
        FEEDER_CELLS,
        PACKAGING_CELLS,
        PLASMA,
        OTHER
    }

    /** The part that a material plays; each material plays one. */
    public enum Use {
        RAW_MATERIAL,
        EXCIPIENT,
        CONSUMABLE,
        CONTAINER
    }

    public enum Grade {
        PHARMACEUTICAL,
        GMP,
        RESEARCH
    }

    /** Risk of the use, as assessed. */
    public enum Risk {
        LOW,
        MEDIUM,
        HIGH
    }

    /**
     * Where a material of human or animal origin comes from.
     *
     * @param region country or region, ISO 3166 code
     * @param tseStatement number of the statement that it is free of TSE and BSE
     * @param agentTests certificate of the tests for adventitious agents
     */
    public record Source(
            @Nullable String species,
            String region,
            @Nullable String tseStatement,
            @Nullable String agentTests,
            @Nullable String necessity) {}

    /** How the lot arrived. */
    public record Arrival(@In("Cel") BigDecimal temperature, boolean intact) {}

    /** What quality decided about the lot. */
    public record Decision(Instant at, Ref<? extends Subject> by, String reason) {}

    /** Withdrawn from use, by the supplier or by quality. */
    public record Recall(Instant at, String reason) {}

    /** A part of the lot is used up; with the last of it the lot is exhausted. */
    public MaterialLot used(BigDecimal part) {
        BigDecimal left = remaining.subtract(part);
        return with(b -> b.remaining(left).status(left.signum() == 0 ? Status.EXHAUSTED : status));
    }
}
