package org.opencgt.science.statistics;

import java.util.Arrays;

/**
 * How far values lie from the median in robust standard deviations: (x − median) / (1.4826 × median absolute deviation), or, where
 * more than half of the values are equal, over 1.2533 × the mean absolute deviation. Above 3.5 a value counts as an outlier.
 *
 * @see <a href="https://www.itl.nist.gov/div898/handbook/eda/section3/eda35h.htm">Iglewicz B, Hoaglin DC. How to detect and handle
 *     outliers. ASQC 1993, 3.3</a>
 */
public final class ModifiedZScores {

    /** Beyond this a value counts as an outlier. */
    public static final double OUTLYING = 3.5;

    /** Among fewer values none can be said to lie apart. */
    public static final int FEWEST = 5;

    private static final double MEDIAN_TO_SD = 1.482602218505602;
    private static final double MEAN_TO_SD = 1.2533141373155003;

    private ModifiedZScores() {}

    /** Of each value; NaN where it is NaN, and everywhere if there are fewer than {@link #FEWEST}. */
    public static double[] of(double... values) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double[] scores = new double[values.length];
        Arrays.fill(scores, Double.NaN);
        if (known.length < FEWEST) {
            return scores;
        }
        double median = SampleSummary.of(known).median();
        SampleSummary deviations = SampleSummary.of(
                Arrays.stream(known).map(value -> Math.abs(value - median)).toArray());
        double spread = deviations.median() > 0 ? MEDIAN_TO_SD * deviations.median() : MEAN_TO_SD * deviations.mean();
        for (int i = 0; i < values.length; i++) {
            scores[i] = spread > 0 || Double.isNaN(values[i]) ? (values[i] - median) / spread : 0;
        }
        return scores;
    }
}
