package org.opencgt.science.statistics;

import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;

/**
 * A proportion of counts with the exact interval of Clopper and Pearson (Biometrika 1934;26:404).
 *
 * @param share positive / total
 */
public record ExactProportion(long positive, long total, double share, double lower, double upper, double confidence) {

    /** @throws BadInput if nothing was counted, or more were positive than counted */
    public static ExactProportion of(long positive, long total, double confidence) {
        Check.fraction(StatisticsQuantity.CONFIDENCE, confidence);
        if (total < 1 || positive < 0 || positive > total) {
            throw Fault.of(StatisticsFault.NOT_A_PART)
                    .with("part", positive)
                    .with("whole", total)
                    .asException();
        }
        double tail = (1 - confidence) / 2;
        return new ExactProportion(
                positive,
                total,
                positive / (double) total,
                positive == 0 ? 0 : new Beta(positive, total - positive + 1.0).quantile(tail),
                positive == total ? 1 : new Beta(positive + 1.0, total - positive).quantile(1 - tail),
                confidence);
    }
}
