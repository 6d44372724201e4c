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
import org.opencgt.act.Text;

/**
 * A line of cells that is banked: of the product's own cells, or ancillary, that is, needed in production and never given to
 * anybody (IC-5.1.2, IC-12c).
 *
 * @param name unique name of the line
 * @param help what ancillary cells do; absent for production cells
 * @param geneticallyUnstable as HEK293 is (CD-5.4.1.6b)
 * @param provenance what is known of the line, each with the document that shows it
 * @param qualifications for each stage of development, whether the line suits it and until when that counts
 */
@RecordBuilder
@Subject.Kind(value = "cell-line", prefix = "CL")
public record CellLine(
        String name,
        Ref<Product> product,
        Ref<Site> site,
        Role role,
        @Nullable Help help,
        Type type,
        String species,
        boolean purchased,
        boolean geneticallyUnstable,
        boolean geneModified,
        List<Provenance> provenance,
        List<Clone> clones,
        List<GermLayerTest> germLayerTests,
        List<Hazard> hazards,
        List<Qualification> qualifications,
        @Nullable Inactivation inactivation)
        implements Subject, CellLineBuilder.With {

    public enum Role {
        PRODUCTION,
        ANCILLARY
    }

    public enum Help {
        VIRUS_PACKAGING,
        FEEDER
    }

    public enum Type {
        IMMUNE,
        IPSC,
        ESC,
        ADULT_STEM,
        PACKAGING,
        FIBROBLAST,
        OTHER
    }

    /** What must be known of a line. */
    public enum Aspect {
        ORIGIN,
        LEGALITY,
        CULTURE_HISTORY,
        QUALITY,
        SAFETY_RISK,
        TECHNICAL_FIT,
        CERTIFICATE,
        PASSAGE,
        TESTING,
        BANKING_HISTORY
    }

    /** One aspect: what was found, whether it speaks for the line, and where it stands. */
    public record Provenance(
            Aspect aspect,
            boolean favourable,
            @Text(max = 1000, lines = true) String finding,
            Ref<Document> document) {}

    /**
     * A single-cell clone of the line.
     *
     * @param probability that the clone stems from one cell
     */
    public record Clone(
            @Text(max = 60) String name,
            CloningMethod method,
            @In(value = "%", min = "0", max = "100") BigDecimal probability,
            Ref<Document> evidence,
            Instant selected) {}

    public enum CloningMethod {
        LIMITING_DILUTION,
        SINGLE_CELL_SORTING,
        SINGLE_CELL_PRINTING,
        COLONY_PICKING
    }

    /** Evidence of differentiation into the three germ layers; of a teratoma the animal experiment too (SC-9e). */
    public record GermLayerTest(
            GermLayerMethod method,
            @Nullable String cloneName,
            List<GermLayer> layers,
            @Nullable String strain,
            @Nullable @In(value = "1", min = "1") BigDecimal cells,
            @Nullable String injectionSite,

            @Nullable @In(value = "wk", min = "1", max = "60")
            BigDecimal weeks,

            Ref<Document> report,
            Instant reported) {}

    public enum GermLayerMethod {
        TERATOMA,
        EMBRYOID_BODY,
        DIRECTED_DIFFERENTIATION
    }

    public enum GermLayer {
        ECTODERM,
        MESODERM,
        ENDODERM
    }

    /** A hazard that the line brings into production (SC-4.1.1.2c). */
    public record Hazard(
            HazardKind kind,
            @In(value = "1", min = "1", max = "5") int severity,
            @In(value = "1", min = "1", max = "5") int occurrence,
            List<String> tests,
            @Text(max = 500) String control) {}

    public enum HazardKind {
        ADVENTITIOUS_AGENTS,
        IMMUNOGENICITY,
        TUMORIGENICITY,
        RESIDUE
    }

    /** The line suits a stage of development, until the day. */
    public record Qualification(
            Banking.Stage stage,
            boolean qualified,
            LocalDate until,
            @Text(max = 1000, lines = true) String conclusion) {}

    /**
     * The validated way in which feeder cells are made unable to divide.
     *
     * @param minimum smallest dose that was validated, in {@code unit}
     */
    public record Inactivation(
            InactivationMethod method,
            @Text(max = 20) String unit,
            BigDecimal minimum,
            BigDecimal maximum,
            Ref<Document> validation,
            LocalDate validUntil) {}

    public enum InactivationMethod {
        IRRADIATION,
        MITOMYCIN_C,
        OTHER_DRUG
    }

    public CellLine described(Provenance known) {
        return withProvenance(Lists.superseding(provenance, p -> p.aspect() == known.aspect(), known));
    }

    public CellLine cloned(Clone clone) {
        return withClones(Lists.plus(clones, clone));
    }

    public CellLine tested(GermLayerTest test) {
        return withGermLayerTests(Lists.plus(germLayerTests, test));
    }

    public CellLine qualified(Qualification qualification) {
        return withQualifications(
                Lists.superseding(qualifications, q -> q.stage() == qualification.stage(), qualification));
    }
}
