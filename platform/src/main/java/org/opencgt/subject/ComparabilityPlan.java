package org.opencgt.subject;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * What a comparability study is to show, fixed before results are seen (ICH Q5E).
 *
 * @param protocol the approved protocol
 * @param omissions parts of the comparison that are left out, each with its reason
 * @param lotsBefore lots of the process before the change that are compared, no more and no fewer
 * @param lotsAfter the same after the change
 * @param lotsBasis why so many, such as the power of the tests
 */
public record ComparabilityPlan(
        @Text(max = 20) String version,
        Ref<Document> protocol,
        List<Attribute> attributes,
        List<Omission> omissions,
        @In(value = "1", min = "1", max = "1000") int lotsBefore,
        @In(value = "1", min = "1", max = "1000") int lotsAfter,
        @Text(max = 1000, lines = true) String lotsBasis) {

    /**
     * An attribute and its criterion.
     *
     * @param name as the specification names the release test, where it is one
     * @param rank by risk to the patient: 1 is the highest
     * @param lower margin, for a difference or a ratio
     * @param factor standard deviations of the lots before the change, for their margin or their quality range
     * @param leastInside share of the lots after the change that have to be in the quality range; absent: all
     * @param accepted results in words that each lot may have
     */
    public record Attribute(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String name,
            Section section,
            Aspect aspect,
            @In(value = "1", min = "1", max = "10") int rank,
            Criterion criterion,
            @Nullable @In("1") BigDecimal lower,
            @Nullable @In("1") BigDecimal upper,
            @Nullable @In("1") BigDecimal factor,

            @Nullable @In(value = "%", min = "0", max = "100")
            BigDecimal leastInside,

            List<String> accepted,
            @Text(max = 20) @Nullable String unit,
            @Text(max = 200) String samplingPoint,
            @Text(max = 200) String method,
            TestResult.Method methodStatus) {}

    /** What is compared: more than the final product (SC-5.2b). */
    public enum Section {
        RAW_MATERIALS,
        PROCESS,
        INTERMEDIATE,
        FINAL_PRODUCT,
        STABILITY
    }

    /** What an attribute tells of. */
    public enum Aspect {
        IDENTITY,
        PURITY,
        IMPURITIES,
        BIOLOGICAL_ACTIVITY,
        PHENOTYPE,
        PHYSICOCHEMICAL,
        MICROBIOLOGICAL_SAFETY,
        STABILITY,
        MORPHOLOGY,
        VIABILITY,
        GENETIC_STABILITY,
        TUMOURIGENICITY,
        UNEXPECTED_POPULATIONS,
        STEM_CELL_TRAITS,
        QUANTITY
    }

    /**
     * What has to be shown: equivalence of means by two one-sided tests, on the difference, on the ratio of geometric means or with
     * margins of standard deviations; lots within the quality range; accepted words in every lot.
     */
    public enum Criterion {
        DIFFERENCE,
        RATIO,
        STANDARD_DEVIATIONS,
        QUALITY_RANGE,
        WORDS
    }

    /** What is not compared: a section, an aspect or both. */
    public record Omission(
            @Nullable Section section,
            @Nullable Aspect aspect,
            @Text(max = 1000, lines = true) String reason) {}
}
