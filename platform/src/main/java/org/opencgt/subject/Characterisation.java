package org.opencgt.subject;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * What was learnt of the product's attributes in one study (SC-3.1a, SC-3.1c).
 *
 * @param batches whose cells were studied
 * @param notApplicable why the domain does not matter for this product; then without batches
 */
public record Characterisation(
        Domain domain,
        DevelopmentStage stage,
        boolean biologicalActivity,
        List<String> batches,
        Ref<Document> report,
        @Nullable @Text(max = 500) String notApplicable) {

    public enum Domain {
        MOLECULAR,
        BIOCHEMICAL,
        IMMUNOLOGICAL,
        PHENOTYPIC,
        PHYSICAL,
        BIOLOGICAL
    }
}
