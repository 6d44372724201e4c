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
        double[] x = new double[values.length];
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                x[n++] = value;
            }
        }
        if (n == 0) {
            return EMPTY;
        }
        x = n == x.length ? x : Arrays.copyOf(x, n);
        Arrays.sort(x);
        double mean = mean(x);
        double sd = standardDeviation(x, mean);
        double logMean = Double.NaN;
        double logSd = Double.NaN;
        if (x[0] > 0) {
            double[] logs = new double[n];
            for (int i = 0; i < n; i++) {
                logs[i] = Math.log(x[i]);
            }
            logMean = mean(logs);
            logSd = standardDeviation(logs, logMean);
        }
        return new SampleSummary(
                n,
                mean,
                sd,
                mean > 0 ? 100 * sd / mean : Double.NaN,
                x[0],
                quantile(x, 0.25),
                quantile(x, 0.5),
                quantile(x, 0.75),
                x[n - 1],
                Math.exp(logMean),
                100 * Math.sqrt(Math.expm1(logSd * logSd)));
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        double first = sum / x.length;
        // A second pass takes up what rounding left.
        double rest = 0;
        for (double value : x) {
            rest += value - first;
        }
        return first + rest / x.length;
    }

    private static double standardDeviation(double[] x, double mean) {
        if (x.length < 2) {
            return Double.NaN;
        }
        // Neumaier's compensation: the squares of many values lose no digits
        double sum = 0;
        double lost = 0;
        for (double value : x) {
            double square = (value - mean) * (value - mean);
            double next = sum + square;
            lost += sum >= square ? (sum - next) + square : (square - next) + sum;
            sum = next;
        }
        return Math.sqrt((sum + lost) / (x.length - 1));
    }

    /** The quantile of sorted values. */
    private static double quantile(double[] sorted, double p) {
        double place = p * (sorted.length - 1);
        int below = (int) place;
        double rest = place - below;
        return rest == 0 ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
    }
}
