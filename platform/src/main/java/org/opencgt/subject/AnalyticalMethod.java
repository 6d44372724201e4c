package org.opencgt.subject;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * What kind of method serves a test of the specification.
 *
 * @param comparedWith the test of the other method: the pharmacopoeial, functional or protein one
 * @param bothAtRelease whether both methods have to agree at release
 * @param decision how its result decides, such as the criterion of an activity marker
 * @param detectionLimit in the unit of the criterion
 * @param controlsValidated report on the validation of its controls
 */
public record AnalyticalMethod(
        Kind kind,

        @Nullable @Text(max = 40, pattern = "[a-z][a-z0-9_]*")
        String comparedWith,

        boolean bothAtRelease,
        @Nullable @Text(max = 500) String decision,
        @Nullable @In(value = "1", min = "0") BigDecimal detectionLimit,
        @Nullable @In(value = "1", min = "0") BigDecimal quantitationLimit,
        List<String> controls,
        @Nullable Ref<Document> controlsValidated) {

    public enum Kind {
        PHARMACOPOEIAL,
        IN_HOUSE,
        RAPID,
        SURROGATE_POTENCY,
        ACTIVITY_MARKER,
        MRNA_MARKER,
        POPULATION_SHARE
    }
}
