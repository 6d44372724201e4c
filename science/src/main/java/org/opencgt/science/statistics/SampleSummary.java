package org.opencgt.science.statistics;

import java.util.Arrays;

/**
 * What a sample of numbers looks like. With s the standard deviation (n - 1) and s_ln that of the logarithms,
 *
 * <pre>
 *   geometric mean = exp(mean of ln x)      geometric CV% = 100 sqrt(exp(s_ln^2) - 1)      CV% = 100 s / mean
 * </pre>
 *
 * <p>NaN where a number does not exist: all for an empty sample, standard deviations of a single value, geometric ones unless
 * all values are positive. Quantiles are interpolated between order statistics (type 7 of Hyndman and Fan 1996).
 */
public record SampleSummary(
        int n,
        double mean,
        double sd,
        double cvPercent,
        double min,
        double q1,
        double median,
        double q3,
        double max,
        double geometricMean,
        double geometricCvPercent) {

    private static final SampleSummary EMPTY = new SampleSummary(
            0,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN);

    /** Of the values that are not NaN. */
    public static SampleSummary of(double... values) {
        double[] x = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (x.length == 0) {
            return EMPTY;
        }
        double mean = mean(x);
        double sd = standardDeviation(x, mean);
        double[] logs = Arrays.stream(x).map(Math::log).toArray();
        boolean positive = x[0] > 0;
        double logMean = positive ? mean(logs) : Double.NaN;
        double logSd = positive ? standardDeviation(logs, logMean) : Double.NaN;
        return new SampleSummary(
                x.length,
                mean,
                sd,
                mean > 0 ? 100 * sd / mean : Double.NaN,
                x[0],
                quantile(x, 0.25),
                quantile(x, 0.5),
                quantile(x, 0.75),
                x[x.length - 1],
                Math.exp(logMean),
                100 * Math.sqrt(Math.expm1(logSd * logSd)));
    }

    private static double mean(double[] x) {
        double first = Arrays.stream(x).sum() / x.length;
        // A second pass takes up what rounding left.
        return first + Arrays.stream(x).map(value -> value - first).sum() / x.length;
    }

    private static double standardDeviation(double[] x, double mean) {
        return x.length < 2
                ? Double.NaN
                : Math.sqrt(Arrays.stream(x)
                                .map(value -> (value - mean) * (value - mean))
                                .sum()
                        / (x.length - 1));
    }

    /** The quantile of sorted values. */
    private static double quantile(double[] sorted, double p) {
        double place = p * (sorted.length - 1);
        int below = (int) place;
        double rest = place - below;
        return rest == 0 ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
    }
}
