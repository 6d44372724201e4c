package org.opencgt.science.potency;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.statistics.ChiSquared;

/**
 * A test of whether the curves of all preparations differ but by their position: F of the extra sum of squares, or chi-squared
 * of the likelihood ratio for counts. F times its degrees of freedom is told as chi-squared too: the extra sum of squares over the
 * free model's mean square (USP 1034), which takes that mean square as known.
 *
 * @param p of F where there is one; NaN where there is nothing to test against
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Parallelism(
        @Nullable Double f,
        @Nullable Integer df1,
        @Nullable Integer df2,
        @Nullable Double chisq,
        @Nullable Integer df,
        double p,
        @JsonProperty("chisq_p") @Nullable Double chisqP) {

    static Parallelism ofF(double f, int df1, int df2, double p) {
        double chisq = f * df1;
        return new Parallelism(f, df1, df2, chisq, df1, p, chisq >= 0 ? new ChiSquared(df1).above(chisq) : Double.NaN);
    }

    static Parallelism ofChiSquared(double chisq, int df, double p) {
        return new Parallelism(null, null, null, chisq, df, p, p);
    }
}
