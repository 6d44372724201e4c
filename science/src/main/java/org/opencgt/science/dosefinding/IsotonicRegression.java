package org.opencgt.science.dosefinding;

/**
 * The non-decreasing sequence closest to given values by weighted least squares, found by pooling adjacent violators.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177728423">Ayer M et al. An empirical distribution function for sampling with
 *     incomplete information. Ann Math Stat 1955;26:641-7</a>
 */
public final class IsotonicRegression {

    private IsotonicRegression() {}

    /**
     * The fit.
     *
     * @param weights above 0, as many as values
     */
    public static double[] fit(double[] values, double[] weights) {
        double[] fitted = values.clone();
        fit(fitted, weights.clone(), new int[values.length], values.length);
        return fitted;
    }

    /**
     * The fit in place, for those who do it often.
     *
     * @param values become the fit
     * @param weights are lost
     * @param sizes room for as many
     * @param length how many values there are
     */
    public static void fit(double[] values, double[] weights, int[] sizes, int length) {
        int blocks = 0;
        for (int i = 0; i < length; i++) {
            double value = values[i];
            double weight = weights[i];
            int size = 1;
            while (blocks > 0 && values[blocks - 1] > value) {
                blocks--;
                double together = weights[blocks] + weight;
                value = (values[blocks] * weights[blocks] + value * weight) / together;
                weight = together;
                size += sizes[blocks];
            }
            values[blocks] = value;
            weights[blocks] = weight;
            sizes[blocks] = size;
            blocks++;
        }
        int end = length;
        for (int block = blocks - 1; block >= 0; block--) {
            double value = values[block];
            for (int i = 0; i < sizes[block]; i++) {
                values[--end] = value;
            }
        }
    }
}
