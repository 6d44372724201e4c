package org.opencgt.science.assay;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.Mean;
import org.opencgt.science.statistics.NonCentralT;
import org.opencgt.science.statistics.Normal;
import org.opencgt.science.statistics.ShapiroWilk;
import org.opencgt.science.statistics.StudentT;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Agreement of two methods by their differences y - x (Bland and Altman 1986, Lancet 1:307; 1999, Stat Methods Med Res 8:135):
 * bias, limits of agreement bias &plusmn; 1.96 sd, and the intervals of both.
 *
 * @param lowerLimit of agreement, with 1.96
 * @param lowerLimitZ with the exact normal quantile
 * @param approximate intervals of the limits from 3 s&sup2;/n (1986)
 * @param bySe from s&sup2; (1/n + z&sup2;/(2(n-1))) (1999)
 * @param exact from non-central t (Carkeet 2015, Optom Vis Sci 92:e71)
 * @param proportionalBias regression of the differences on the means
 * @param percent differences in per cent of the means; null unless all means are above zero
 * @param ratio from logarithms; null unless all results are above zero
 */
@JsonNaming(SnakeCaseStrategy.class)
public record BlandAltman(
        int n,
        int missing,
        double confidence,
        double bias,
        double sd,
        double biasLower,
        double biasUpper,
        double tTestP,
        double lowerLimit,
        double upperLimit,
        double lowerLimitZ,
        double upperLimitZ,
        LimitIntervals approximate,
        LimitIntervals bySe,
        LimitIntervals exact,
        ProportionalBias proportionalBias,
        @Nullable Percent percent,
        @Nullable Ratio ratio,
        double shapiroP,
        List<AssayFlag> flags)
        implements Result {

    private static final double SIGNIFICANT = 0.05;
    private static final double MULTIPLE = 1.96;
    private static final int MOST_FOR_SHAPIRO = 5000;

    /**
     * Intervals of the limits of agreement.
     *
     * @param seLimit NaN for the exact ones, which are not symmetric
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record LimitIntervals(
            double seLimit,
            double lowerLimitLower,
            double lowerLimitUpper,
            double upperLimitLower,
            double upperLimitUpper) {}

    /** Difference = intercept + slope mean. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record ProportionalBias(double intercept, double slope, double slopeSe, double p) {}

    @JsonNaming(SnakeCaseStrategy.class)
    public record Percent(double bias, double sd, double lower, double upper) {}

    /** Geometric mean of y/x with its limits of agreement. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Ratio(double gmRatio, double lower, double upper) {}

    /**
     * Compares.
     *
     * @throws BadInput if there are fewer than three pairs
     */
    public static BlandAltman of(Pairs pairs, double confidence) {
        Check.fraction(AssayQuantity.CONFIDENCE, confidence);
        pairs.require(3);
        int n = pairs.n();
        double[] d = IntStream.range(0, n)
                .mapToDouble(i -> pairs.y()[i] - pairs.x()[i])
                .toArray();
        double[] mean = IntStream.range(0, n)
                .mapToDouble(i -> (pairs.y()[i] + pairs.x()[i]) / 2)
                .toArray();
        double bias = Mean.of(d);
        double sd = sd(d, bias);
        double size =
                IntStream.range(0, n).mapToDouble(i -> Math.abs(mean[i])).max().orElse(0);
        List<AssayFlag> flags = new ArrayList<>();
        boolean none = sd <= 1e-14 * size;
        if (none) {
            sd = 0;
            flags.add(AssayFlag.ZERO_VARIANCE);
        }
        if (n < 30) {
            flags.add(AssayFlag.FEW_SAMPLES);
        }
        double t = StudentT.quantile((1 + confidence) / 2, n - 1);
        double seBias = sd / Math.sqrt(n);
        double z = Normal.quantile(0.975);
        double lower = bias - MULTIPLE * sd;
        double upper = bias + MULTIPLE * sd;
        ProportionalBias proportional = proportional(mean, d, none);
        if (proportional.p() < SIGNIFICANT) {
            flags.add(AssayFlag.PROPORTIONAL_BIAS);
        }
        double shapiro =
                none || n > MOST_FOR_SHAPIRO ? Double.NaN : ShapiroWilk.of(d).p();
        if (shapiro < SIGNIFICANT) {
            flags.add(AssayFlag.NOT_NORMAL);
        }
        double approximate = sd * Math.sqrt(3.0 / n);
        double bySe = sd * Math.sqrt(1.0 / n + z * z / (2.0 * (n - 1)));
        return new BlandAltman(
                n,
                pairs.missing(),
                confidence,
                bias,
                sd,
                bias - t * seBias,
                bias + t * seBias,
                none ? (bias == 0 ? 1 : 0) : StudentT.twoSided(bias / seBias, n - 1),
                lower,
                upper,
                bias - z * sd,
                bias + z * sd,
                symmetric(lower, upper, approximate, t),
                symmetric(bias - z * sd, bias + z * sd, bySe, t),
                exact(bias, sd, n, z, confidence),
                proportional,
                percent(mean, d),
                ratio(pairs),
                shapiro,
                flags);
    }

    private static LimitIntervals symmetric(double lower, double upper, double se, double t) {
        return new LimitIntervals(se, lower - t * se, lower + t * se, upper - t * se, upper + t * se);
    }

    private static LimitIntervals exact(double bias, double sd, int n, double z, double confidence) {
        double root = Math.sqrt(n);
        NonCentralT t = new NonCentralT(n - 1, z * root);
        double outer = t.quantile((1 + confidence) / 2) / root;
        double inner = t.quantile((1 - confidence) / 2) / root;
        return new LimitIntervals(
                Double.NaN, bias - outer * sd, bias - inner * sd, bias + inner * sd, bias + outer * sd);
    }

    private static ProportionalBias proportional(double[] mean, double[] d, boolean none) {
        Pairs.Moments m = Pairs.of(mean, d).moments();
        int n = d.length;
        if (m.xx() == 0) {
            return new ProportionalBias(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double slope = none ? 0 : m.xy() / m.xx();
        double intercept = m.meanY() - slope * m.meanX();
        double rss = 0;
        for (int i = 0; i < n; i++) {
            double residual = d[i] - m.meanY() - slope * (mean[i] - m.meanX());
            rss += residual * residual;
        }
        double se = Math.sqrt(rss / (n - 2) / m.xx());
        double p = none ? 1 : se == 0 ? 0 : StudentT.twoSided(slope / se, n - 2);
        return new ProportionalBias(intercept, slope, none ? 0 : se, p);
    }

    private static @Nullable Percent percent(double[] mean, double[] d) {
        for (double m : mean) {
            if (m <= 0) {
                return null;
            }
        }
        double[] percent = IntStream.range(0, d.length)
                .mapToDouble(i -> 100 * d[i] / mean[i])
                .toArray();
        double bias = Mean.of(percent);
        double sd = sd(percent, bias);
        return new Percent(bias, sd, bias - MULTIPLE * sd, bias + MULTIPLE * sd);
    }

    private static @Nullable Ratio ratio(Pairs pairs) {
        double[] logs = new double[pairs.n()];
        for (int i = 0; i < logs.length; i++) {
            if (pairs.x()[i] <= 0 || pairs.y()[i] <= 0) {
                return null;
            }
            logs[i] = Math.log(pairs.y()[i] / pairs.x()[i]);
        }
        double mean = Mean.of(logs);
        double sd = sd(logs, mean);
        return new Ratio(Math.exp(mean), Math.exp(mean - MULTIPLE * sd), Math.exp(mean + MULTIPLE * sd));
    }

    static double sd(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (values.length - 1));
    }
}
