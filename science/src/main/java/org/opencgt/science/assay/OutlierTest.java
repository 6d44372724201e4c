package org.opencgt.science.assay;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.FTest;
import org.opencgt.science.statistics.FisherF;
import org.opencgt.science.statistics.Mean;
import org.opencgt.science.statistics.StudentT;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Whether the value farthest from the mean is an outlier: Grubbs' test, two-sided (Grubbs 1950; p by Bonferroni, which is exact where
 * only one value can be so far out), or whether the largest of several variances is: Cochran's test (1941).
 *
 * @param test {@code grubbs} or {@code cochran}
 * @param statistic G or C
 * @param index from 1, of the value or variance tested
 * @param critical at 5%
 */
@JsonNaming(SnakeCaseStrategy.class)
public record OutlierTest(
        String set,
        String test,
        int n,
        double statistic,
        int index,
        double value,
        double p,
        @JsonProperty("critical_005") double critical,
        boolean outlier,
        List<AssayFlag> flags)
        implements Result {

    private static final double SIGNIFICANT = 0.05;

    /**
     * Grubbs' test.
     *
     * @throws BadInput if there are fewer than three values
     */
    public static OutlierTest grubbs(String set, double[] values) {
        int n = values.length;
        if (n < 3) {
            throw Fault.of(AssayFault.TOO_FEW_VALUES)
                    .with("n", n)
                    .with("least", 3)
                    .asException();
        }
        double mean = Mean.of(values);
        double sd = BlandAltman.sd(values, mean);
        int farthest = 0;
        for (int i = 1; i < n; i++) {
            if (Math.abs(values[i] - mean) > Math.abs(values[farthest] - mean)) {
                farthest = i;
            }
        }
        if (sd == 0) {
            return new OutlierTest(
                    set, "grubbs", n, 0, 1, values[0], 1, Double.NaN, false, List.of(AssayFlag.ZERO_VARIANCE));
        }
        double g = Math.abs(values[farthest] - mean) / sd;
        double most = (n - 1) / Math.sqrt(n);
        double rest = Math.max(0, (most - g) * (most + g)); // (n-1)^2/n - g^2
        double t = Math.sqrt(n * (n - 2.0) * g * g / (n * rest));
        double p = Double.isInfinite(t) ? 0 : Math.min(1, n * StudentT.twoSided(t, n - 2));
        double quantile = StudentT.quantile(1 - SIGNIFICANT / (2.0 * n), n - 2);
        double q2 = quantile * quantile;
        double critical = most * Math.sqrt(q2 / (n - 2 + q2));
        return new OutlierTest(
                set, "grubbs", n, g, farthest + 1, values[farthest], p, critical, p < SIGNIFICANT, List.of());
    }

    /**
     * Cochran's test.
     *
     * @param variances of groups of equal size
     * @param size results in each group
     * @throws BadInput if there are fewer than two variances, one is negative, or all are zero
     */
    public static OutlierTest cochran(String set, double[] variances, int size) {
        int k = variances.length;
        if (k < 2 || size < 2) {
            throw Fault.of(AssayFault.TOO_FEW_VALUES)
                    .with("n", Math.min(k, size))
                    .with("least", 2)
                    .asException();
        }
        double sum = 0;
        int largest = 0;
        for (int i = 0; i < k; i++) {
            sum += Check.notNegative(AssayQuantity.VARIANCE, variances[i]);
            if (variances[i] > variances[largest]) {
                largest = i;
            }
        }
        if (sum == 0) {
            return new OutlierTest(set, "cochran", k, 0, 1, 0, 1, Double.NaN, false, List.of(AssayFlag.ZERO_VARIANCE));
        }
        double c = variances[largest] / sum;
        double df1 = size - 1;
        double df2 = (k - 1) * df1;
        double f = c * (k - 1) / (1 - c);
        double p = c == 1 ? 0 : Math.min(1, k * FTest.upperTail(f, df1, df2));
        double quantile = new FisherF(df1, df2).quantile(1 - SIGNIFICANT / k);
        double critical = 1 / (1 + (k - 1) / quantile);
        return new OutlierTest(
                set, "cochran", k, c, largest + 1, variances[largest], p, critical, p < SIGNIFICANT, List.of());
    }
}
