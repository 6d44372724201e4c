package org.opencgt.subject;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;

/**
 * What a test found: a number in its unit, or words for a qualitative one. Whether it meets a specification is never typed in:
 * gates compare it with the specification of the product.
 *
 * @param words of a qualitative result, as the specification lists them: {@code no_growth}, {@code not_detected}
 * @param report number of the laboratory's report
 * @param controlsPassed whether the positive and the negative control of the run passed; absent where the method has none
 */
public record TestResult(
        @Nullable BigDecimal value,
        @Nullable String unit,
        @Nullable String words,
        String method,
        Method methodStatus,
        Instant reported,
        @Nullable Ref<Sample> sample,
        @Nullable Ref<Site> laboratory,
        @Nullable String report,
        @Nullable Boolean controlsPassed) {

    /** The standing of the method of which a release result may come. */
    public enum Method {
        PHARMACOPOEIAL,
        VALIDATED,
        IN_VALIDATION
    }
}
