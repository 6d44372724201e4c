package org.opencgt.science.statistics;

import java.util.List;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;

/**
 * Analysis of variance of one factor: the variance between groups against that within them.
 *
 * <pre>
 *   SSB = sum n_i (m_i - m)^2     SSW = sum (y_ij - m_i)^2     F = (SSB / (k - 1)) / (SSW / (n - k))
 * </pre>
 *
 * <p>Computed from differences to the first value, which are exact where values have leading digits in common.
 *
 * @param rSquared SSB / (SSB + SSW); NaN where all values are equal
 */
public record OneWayAnova(
        int n, int groups, double betweenSum, double withinSum, FTest test, double rSquared, double mean) {

    /**
     * Of the values of each group.
     *
     * @throws BadInput if there are fewer than two groups, an empty one, or no more values than groups
     */
    public static OneWayAnova of(List<double[]> groups) {
        int k = groups.size();
        int n = groups.stream().mapToInt(group -> group.length).sum();
        if (k < 2 || groups.stream().anyMatch(group -> group.length == 0)) {
            throw Fault.of(StatisticsFault.TOO_FEW_GROUPS).with("groups", k).asException();
        }
        if (n <= k) {
            throw Fault.of(StatisticsFault.NO_REPLICATES)
                    .with("points", n)
                    .with("groups", k)
                    .asException();
        }
        double origin = Check.finite(StatisticsQuantity.RESPONSE, groups.getFirst()[0]);
        double[] means = new double[k];
        ExactSum all = new ExactSum(0);
        ExactSum within = new ExactSum(0);
        for (int i = 0; i < k; i++) {
            ExactSum sum = new ExactSum(0);
            for (double value : groups.get(i)) {
                double shifted = Check.finite(StatisticsQuantity.RESPONSE, value) - origin;
                sum.add(shifted);
                all.add(shifted);
            }
            means[i] = sum.value() / groups.get(i).length;
            for (double value : groups.get(i)) {
                double deviation = value - origin - means[i];
                within.addProduct(deviation, deviation);
            }
        }
        double mean = all.value() / n;
        ExactSum between = new ExactSum(0);
        for (int i = 0; i < k; i++) {
            double deviation = means[i] - mean;
            between.addProduct(groups.get(i).length * deviation, deviation);
        }
        double ssb = between.value();
        double ssw = within.value();
        return new OneWayAnova(n, k, ssb, ssw, FTest.of(ssb, k - 1, ssw, n - k), ssb / (ssb + ssw), origin + mean);
    }

    public double residualSd() {
        return Math.sqrt(withinSum / (n - groups));
    }
}
