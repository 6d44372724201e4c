package org.opencgt.science.potency;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A test of whether the curves of all preparations differ but by their position: F of the extra sum of squares, or chi-squared
 * of the likelihood ratio for counts.
 *
 * @param p NaN where there is nothing to test against
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Parallelism(
        @Nullable Double f,
        @Nullable Integer df1,
        @Nullable Integer df2,
        @Nullable Double chisq,
        @Nullable Integer df,
        double p) {

    static Parallelism ofF(double f, int df1, int df2, double p) {
        return new Parallelism(f, df1, df2, null, null, p);
    }

    static Parallelism ofChiSquared(double chisq, int df, double p) {
        return new Parallelism(null, null, null, chisq, df, p);
    }
}
