package org.opencgt.science.statistics;

import org.opencgt.science.Check;
import org.opencgt.science.Fault;

/**
 * Which of n sorted observations are distribution-free tolerance limits, after Wilks (1941).
 *
 * <p>The content beyond the r-th smallest is Beta(n - r + 1, r); that between the r-th smallest and the r-th largest is
 * Beta(n - 2r + 1, 2r). Taken is the largest r, from either end, whose limits still have the confidence. Rank 0 means that even the
 * outermost observations do not: the sample is too small.
 *
 * @param rank r from either end; 0 if there is none
 * @param confidence that the limits have; where the rank is 0, that of the outermost observations
 */
public record OrderStatistics(int rank, double confidence) {

    /** For one limit at the r-th smallest, or, the same, the r-th largest. */
    public static OrderStatistics oneSided(int n, double coverage, double confidence) {
        check(n, coverage, confidence);
        return largest(n, confidence, r -> new Beta(n - r + 1.0, r).above(coverage));
    }

    /** For limits at the r-th smallest and the r-th largest. */
    public static OrderStatistics twoSided(int n, double coverage, double confidence) {
        check(n, coverage, confidence);
        return largest(n / 2, confidence, r -> new Beta(n - 2.0 * r + 1, 2.0 * r).above(coverage));
    }

    /** The smallest sample of which the outermost observation is a limit on one side. */
    public static int leastOneSided(double coverage, double confidence) {
        check(2, coverage, confidence);
        return least(confidence, n -> new Beta(n, 1).above(coverage));
    }

    /** The smallest sample of which the outermost observations are limits on both sides. */
    public static int leastTwoSided(double coverage, double confidence) {
        check(2, coverage, confidence);
        return least(confidence, n -> new Beta(n - 1.0, 2).above(coverage));
    }

    private interface Confidence {
        double at(int value);
    }

    /** The confidence falls with the rank. */
    private static OrderStatistics largest(int most, double confidence, Confidence of) {
        int low = 0;
        int high = most + 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (of.at(middle) >= confidence) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new OrderStatistics(low, of.at(Math.max(1, low)));
    }

    /** The confidence rises with the size. */
    private static int least(double confidence, Confidence of) {
        int high = 2;
        while (of.at(high) < confidence) {
            high = Math.multiplyExact(high, 2);
        }
        int low = 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (of.at(middle) >= confidence) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static void check(int n, double coverage, double confidence) {
        if (n < 2) {
            throw Fault.of(StatisticsFault.TOO_FEW_VALUES)
                    .with("n", n)
                    .with("least", 2)
                    .asException();
        }
        Check.fraction(StatisticsQuantity.COVERAGE, coverage);
        Check.positive(StatisticsQuantity.COVERAGE, coverage);
        Check.positive(StatisticsQuantity.COVERAGE, 1 - coverage);
        Check.fraction(StatisticsQuantity.CONFIDENCE, confidence);
        Check.positive(StatisticsQuantity.CONFIDENCE, confidence);
        Check.positive(StatisticsQuantity.CONFIDENCE, 1 - confidence);
    }
}
