package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * Assessments of risk that a product carries beside its risk file; each act that makes one replaces it.
 *
 * @param testLimits what a genetic or epigenetic test cannot show
 */
@RecordBuilder
public record ProductRisks(
        @Nullable Ref<Fmea> fmea,
        List<Impurity> impurities,
        @Nullable Immunogenicity immunogenicity,
        @Nullable BenefitRisk benefitRisk,
        List<TestLimit> testLimits)
        implements ProductRisksBuilder.With {

    public static final ProductRisks NONE = new ProductRisks(null, List.of(), null, null, List.of());

    /**
     * An impurity with its rating (CD-5.5.2f).
     *
     * @param test name in the specification by which it is limited; absent where the process controls it
     */
    public record Impurity(
            String name,
            Kind kind,

            @Nullable @In(value = "1", min = "1", max = "10")
            Integer severity,

            @Nullable @In(value = "1", min = "1", max = "10")
            Integer occurrence,

            @Nullable @In(value = "1", min = "1", max = "10")
            Integer detection,

            @Nullable @Text(max = 300) String control,

            @Nullable @Text(max = 40, pattern = "[a-z][a-z0-9_]*")
            String test) {

        public enum Kind {
            PRODUCT_RELATED,
            PROCESS_RELATED,
            ANCILLARY_CELLS,
            VECTOR_RESIDUE,
            CONTAMINANT
        }
    }

    /** What bears on immunogenicity, and how closely it is watched (CP-7.1, CP-7.2). */
    public record Immunogenicity(
            List<Factor> factors,
            Level level,
            @In(value = "1", min = "0") int samples,
            @In(value = "1", min = "1", max = "4") int assayTiers,
            @Text(max = 1000, lines = true) String reason,
            LocalDate assessed) {

        public enum Level {
            LOW,
            MODERATE,
            HIGH
        }

        public enum Item {
            CELL_SOURCE,
            STRUCTURE,
            POST_TRANSLATIONAL_MODIFICATION,
            COEXPRESSED_TRANSGENE,
            IMPURITIES,
            EXCIPIENTS,
            CONTAINER_CLOSURE,
            GENETICS,
            AGE,
            SEX,
            DISEASE_STATE,
            IMMUNE_STATUS,
            PRE_EXISTING_ANTIBODY,
            CONCOMITANT_MEDICATION
        }

        public record Factor(
                Item item,

                @Nullable @In(value = "1", min = "1", max = "5")
                Integer score,

                @Text(max = 300) @Nullable String notApplicable) {}
    }

    /** The nine inputs of the review of risk and benefit, and the class that follows from them (CD-8.2.3). */
    public record BenefitRisk(
            List<Input> inputs,
            Level proposed,
            Level confirmed,
            @Text(max = 1000, lines = true) @Nullable String changeReason,
            Benefit benefit,
            @Text(max = 1000, lines = true) String directBenefit,
            @Text(max = 1000, lines = true) String uncertainty,
            boolean individualRiskAcceptable,
            LocalDate reviewed) {

        public enum Level {
            LOW,
            MODERATE,
            HIGH
        }

        /** What the argument for the study rests on. */
        public enum Benefit {
            DIRECT_HEALTH,
            SCIENTIFIC_VALUE_ONLY
        }

        public enum Topic {
            SOURCE,
            GENE_MODIFIED_OR_ENGINEERED,
            DRUG_OR_NUCLEIC_ACID_LOADED,
            ROUTE,
            INVASIVENESS,
            DISTRIBUTION,
            PERSISTENCE,
            DISEASE_SEVERITY,
            ALTERNATIVE_TREATMENT
        }

        /** @param level what the answer means for the risk of a subject */
        public record Input(Topic topic, @Text(max = 300) String answer, Level level) {}
    }

    /** @param patients size of the population for which risk and benefit were weighed */
    public record TestLimit(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String test,
            @Text(max = 500) String limitation,
            @Text(max = 500) String riskBenefit,
            @In(value = "1", min = "1") int patients) {}

    public ProductRisks limited(TestLimit limit) {
        return withTestLimits(Lists.superseding(testLimits, t -> t.test().equals(limit.test()), limit));
    }
}
