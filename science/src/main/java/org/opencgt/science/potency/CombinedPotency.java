package org.opencgt.science.potency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.ChiSquared;
import org.opencgt.science.statistics.Normal;
import org.opencgt.science.statistics.StudentT;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One potency from several assays (USP 1034; Ph. Eur. 5.3, 6): the mean of the logarithms, each weighted equally, by 1/se&sup2;, or by
 * 1/(se&sup2; + variance between assays). The assays differ from each other more than their errors allow if sum w (ln rp - mean)&sup2;
 * exceeds chi-squared with n - 1 degrees of freedom; then the weighted mean's interval is too narrow.
 *
 * @param method {@code unweighted}, {@code weighted} or {@code semi-weighted}
 * @param variability between assays, per cent: 100 (exp(s) - 1), s the standard deviation of ln rp
 * @param recommended of the three, by heterogeneity
 */
@JsonNaming(SnakeCaseStrategy.class)
public record CombinedPotency(
        String method,
        int n,
        double rp,
        double lower,
        double upper,
        double logRp,
        double seLogRp,
        double chisq,
        int df,
        double p,
        double variability,
        boolean recommended)
        implements Result {

    private static final double SIGNIFICANT = 0.05;

    /**
     * Combines.
     *
     * @param rp of each assay
     * @param se standard error of ln rp of each
     * @throws BadInput if there are fewer than two assays, or a number is not above zero
     */
    public static List<CombinedPotency> of(double[] rp, double[] se, double confidence) {
        Check.fraction(PotencyQuantity.CONFIDENCE, confidence);
        int n = rp.length;
        if (n < 2) {
            throw Fault.of(PotencyFault.ONE_ASSAY).asException();
        }
        double[] logs = new double[n];
        double[] variances = new double[n];
        for (int i = 0; i < n; i++) {
            logs[i] = Math.log(Check.positive(PotencyQuantity.POTENCY, rp[i]));
            variances[i] = Math.pow(Check.positive(PotencyQuantity.STANDARD_ERROR, se[i]), 2);
        }
        double mean = Arrays.stream(logs).average().orElseThrow();
        double squares =
                Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
        double observed = squares / (n - 1);
        double between =
                Math.max(0, observed - Arrays.stream(variances).average().orElseThrow());
        double[] byError = Arrays.stream(variances).map(v -> 1 / v).toArray();
        double[] byBoth = Arrays.stream(variances).map(v -> 1 / (v + between)).toArray();
        double weighted = mean(logs, byError);
        double chisq = 0;
        for (int i = 0; i < n; i++) {
            chisq += byError[i] * (logs[i] - weighted) * (logs[i] - weighted);
        }
        double p = new ChiSquared(n - 1).above(chisq);
        double variability = 100 * Math.expm1(Math.sqrt(observed));
        double t = StudentT.quantile((1 + confidence) / 2, n - 1);
        double z = Normal.quantile((1 + confidence) / 2);
        boolean differ = p < SIGNIFICANT;
        List<CombinedPotency> rows = new ArrayList<>();
        rows.add(row("unweighted", n, mean, Math.sqrt(observed / n), t, chisq, p, variability, false));
        rows.add(row(
                "weighted",
                n,
                weighted,
                1 / Math.sqrt(Arrays.stream(byError).sum()),
                z,
                chisq,
                p,
                variability,
                !differ));
        rows.add(row(
                "semi-weighted",
                n,
                mean(logs, byBoth),
                1 / Math.sqrt(Arrays.stream(byBoth).sum()),
                z,
                chisq,
                p,
                variability,
                differ));
        return rows;
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
            weight += weights[i];
        }
        return sum / weight;
    }

    private static CombinedPotency row(
            String method,
            int n,
            double log,
            double se,
            double quantile,
            double chisq,
            double p,
            double variability,
            boolean recommended) {
        return new CombinedPotency(
                method,
                n,
                Math.exp(log),
                Math.exp(log - quantile * se),
                Math.exp(log + quantile * se),
                log,
                se,
                chisq,
                n - 1,
                p,
                variability,
                recommended);
    }
}
