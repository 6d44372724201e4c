package org.opencgt.subject;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * On what a version of the specification rests (SC-6.2).
 *
 * @param version of the specification
 * @param revisionReason why it was revised; of the first version why it was drawn up
 * @param revisionEffect what the revision does to the product and to batches
 */
public record SpecificationBasis(
        @Text(max = 20) String version,
        Ref<Document> qualityStudy,
        Ref<Document> methodStudy,
        @Text(max = 500) String revisionReason,
        @Text(max = 500) String revisionEffect,
        List<Limit> limits,
        List<Coverage> coverage) {

    /** @param secures what the limit is for */
    public record Limit(
            @Text(max = 40, pattern = "[a-z][a-z0-9_]*") String test,
            Basis basis,
            List<Purpose> secures,
            @Text(max = 500) String explanation) {}

    public enum Basis {
        CLINICAL_RANGE,
        STATISTICAL_TOLERANCE,
        SAFETY,
        PHARMACOPOEIA
    }

    public enum Purpose {
        SAFETY,
        EFFICACY,
        CONSISTENCY
    }

    /** @param test that covers it; absent where it is not tested at release, which needs a reason */
    public record Coverage(
            Item item,
            @Nullable String test,
            @Nullable @Text(max = 500) String reason) {}

    public enum Item {
        IDENTITY,
        VIABILITY,
        VIABLE_CELL_COUNT,
        FUNCTIONAL_CELL_COUNT,
        POPULATION_DOUBLING_TIME,
        TARGET_CELL_FRACTION,
        DIFFERENTIATION_EFFICIENCY,
        QUANTITATIVE_FUNCTION,
        ACTIVITY_MARKERS,
        PRODUCT_IMPURITIES,
        PROCESS_IMPURITIES,
        TUMORIGENICITY_AND_ONCOGENICITY,
        UNINTENDED_DIFFERENTIATION,
        STERILITY,
        ENDOTOXIN,
        MYCOPLASMA,
        VIRUSES,
        APPEARANCE,
        PH,
        VISIBLE_PARTICLES,
        OSMOLALITY,
        FILL_VOLUME
    }
}
