package org.opencgt.science.process;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.opencgt.science.statistics.Normal;
import org.opencgt.science.statistics.NormalSample;
import org.opencgt.science.statistics.SampleSummary;

/** How the short-term standard deviation of a process is estimated; with exact constants d2, c4 ({@link NormalSample}). */
public enum SigmaRule {
    /** Mean moving range of two / d2(2). */
    MOVING_RANGE,
    /** Median moving range of two / (√2 Φ⁻¹(0.75)). */
    MEDIAN_MOVING_RANGE,
    /** Standard deviation of all values / c4(n); contains all that happens between them. */
    STANDARD_DEVIATION,
    /** Mean of R_i / d2(n_i) over subgroups. */
    RANGES,
    /** Mean of s_i / c4(n_i) over subgroups. */
    STANDARD_DEVIATIONS,
    /** √(Σ (n_i - 1) s_i² / Σ (n_i - 1)) / c4(Σ (n_i - 1) + 1). */
    POOLED;

    /** Median of |Z1 - Z2|. */
    private static final double MEDIAN_RANGE = Math.sqrt(2) * Normal.quantile(0.75);

    /** Whether it needs subgroups of two or more. */
    boolean isOfSubgroups() {
        return this == RANGES || this == STANDARD_DEVIATIONS || this == POOLED;
    }

    /** Of single values in order. */
    double ofIndividuals(double[] values) {
        return switch (this) {
            case MEDIAN_MOVING_RANGE -> SampleSummary.of(movingRanges(values)).median() / MEDIAN_RANGE;
            case STANDARD_DEVIATION -> SampleSummary.of(values).sd() / NormalSample.meanSd(values.length);
            case MOVING_RANGE, RANGES, STANDARD_DEVIATIONS, POOLED ->
                SampleSummary.of(movingRanges(values)).mean() / NormalSample.meanRange(2);
        };
    }

    /** Of subgroups; those of a single value tell nothing and are left out. */
    double ofSubgroups(List<double[]> subgroups) {
        List<double[]> several =
                subgroups.stream().filter(values -> values.length > 1).toList();
        int[] sizes =
                several.stream().mapToInt(values -> values.length).distinct().toArray();
        double[] constants = new double[IntStream.of(sizes).max().orElse(0) + 1];
        for (int size : sizes) {
            constants[size] = this == RANGES ? NormalSample.meanRange(size) : NormalSample.meanSd(size);
        }
        if (this == POOLED) {
            double squares = 0;
            int df = 0;
            for (double[] values : several) {
                double sd = SampleSummary.of(values).sd();
                squares += (values.length - 1) * sd * sd;
                df += values.length - 1;
            }
            return Math.sqrt(squares / df) / NormalSample.meanSd(df + 1);
        }
        return several.stream()
                        .mapToDouble(values -> (this == RANGES
                                        ? range(values)
                                        : SampleSummary.of(values).sd())
                                / constants[values.length])
                        .sum()
                / several.size();
    }

    static double range(double[] values) {
        return Arrays.stream(values).max().orElseThrow()
                - Arrays.stream(values).min().orElseThrow();
    }

    static double[] movingRanges(double[] values) {
        return IntStream.range(1, values.length)
                .mapToDouble(i -> Math.abs(values[i] - values[i - 1]))
                .toArray();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
