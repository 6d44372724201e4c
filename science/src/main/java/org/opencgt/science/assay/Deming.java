package org.opencgt.science.assay;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.Mean;
import org.opencgt.science.statistics.StudentT;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Deming regression, for errors in both methods (Deming 1943; Linnet 1993, Clin Chem 39:424). With lambda = var(error of x) /
 * var(error of y), u = sum of squares of x, q of y, p of products,
 *
 * <pre>
 *   slope = (lambda q - u + sqrt((u - lambda q)^2 + 4 lambda p^2)) / (2 lambda p),    intercept = mean y - slope mean x
 * </pre>
 *
 * <p>Weighted (Linnet 1990, Stat Med 9:1463) each point counts by 1 / ((xhat + lambda yhat) / (1 + lambda))&sup2;, repeated
 * until nothing moves.
 *
 * @param errorRatio lambda
 * @param interceptLower by the method that {@code intervals} names
 * @param intervals {@code analytical} (Strike 1996) or {@code jackknife}
 * @param ols least squares of y on x, for comparison
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Deming(
        int n,
        int missing,
        double errorRatio,
        boolean weighted,
        double confidence,
        double intercept,
        double interceptSe,
        double interceptLower,
        double interceptUpper,
        double slope,
        double slopeSe,
        double slopeLower,
        double slopeUpper,
        String intervals,
        double pearson,
        Ols ols,
        List<AssayFlag> flags)
        implements Result {

    private static final int MOST_ROUNDS = 10_000;

    /** How standard errors come about. */
    public enum Intervals {
        /** From the correlation; unweighted only. */
        ANALYTICAL,
        /** Leaving out each sample in turn. */
        JACKKNIFE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Least squares of y on x. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Ols(
            double intercept,
            double slope,
            double seIntercept,
            double seSlope,
            double interceptLower,
            double interceptUpper,
            double slopeLower,
            double slopeUpper) {}

    /**
     * Fits.
     *
     * @param intervals null for the usual: analytical, or the jackknife if weighted
     * @throws BadInput if there are fewer than three pairs, results of a method are all alike, or not above zero where weighted
     */
    public static Deming of(
            Pairs pairs, double errorRatio, boolean weighted, double confidence, @Nullable Intervals intervals) {
        Check.positive(AssayQuantity.ERROR_RATIO, errorRatio);
        Check.fraction(AssayQuantity.CONFIDENCE, confidence);
        pairs.require(3);
        pairs.requireSpread();
        if (weighted) {
            for (int i = 0; i < pairs.n(); i++) {
                if (pairs.x()[i] <= 0 || pairs.y()[i] <= 0) {
                    throw Fault.of(AssayFault.NOT_POSITIVE_FOR_WEIGHTS).asException();
                }
            }
        }
        Intervals chosen = intervals == null ? (weighted ? Intervals.JACKKNIFE : Intervals.ANALYTICAL) : intervals;
        if (weighted && chosen == Intervals.ANALYTICAL) {
            chosen = Intervals.JACKKNIFE;
        }
        int n = pairs.n();
        Line line = weighted ? weighted(pairs, errorRatio, -1, null) : line(pairs, errorRatio, null, -1);
        Pairs.Moments moments = pairs.moments();
        double r = moments.correlation();
        double t = StudentT.quantile((1 + confidence) / 2, n - 2);
        double seSlope;
        double seIntercept;
        if (chosen == Intervals.ANALYTICAL) {
            double r2 = r * r;
            seSlope = Math.sqrt(line.slope * line.slope * (1 - r2) / r2 / (n - 2));
            double sumOfSquares = 0;
            for (double x : pairs.x()) {
                sumOfSquares += x * x;
            }
            seIntercept = seSlope * Math.sqrt(sumOfSquares / n);
        } else {
            double[] slopes = new double[n];
            double[] intercepts = new double[n];
            for (int i = 0; i < n; i++) {
                Line without = weighted ? weighted(pairs, errorRatio, i, line) : line(pairs, errorRatio, null, i);
                slopes[i] = n * line.slope - (n - 1) * without.slope;
                intercepts[i] = n * line.intercept - (n - 1) * without.intercept;
            }
            seSlope = standardError(slopes);
            seIntercept = standardError(intercepts);
        }
        boolean exact = 1 - r * r <= 1e-14;
        return new Deming(
                n,
                pairs.missing(),
                errorRatio,
                weighted,
                confidence,
                line.intercept,
                seIntercept,
                line.intercept - t * seIntercept,
                line.intercept + t * seIntercept,
                line.slope,
                seSlope,
                line.slope - t * seSlope,
                line.slope + t * seSlope,
                chosen.toString(),
                r,
                ols(pairs, moments, t),
                exact ? List.of(AssayFlag.PERFECT_LINE) : List.of());
    }

    private static Ols ols(Pairs pairs, Pairs.Moments m, double t) {
        int n = pairs.n();
        double slope = m.xy() / m.xx();
        double intercept = m.meanY() - slope * m.meanX();
        double rss = 0;
        for (int i = 0; i < n; i++) {
            double residual = pairs.y()[i] - m.meanY() - slope * (pairs.x()[i] - m.meanX());
            rss += residual * residual;
        }
        double s2 = rss / (n - 2);
        double seSlope = Math.sqrt(s2 / m.xx());
        double seIntercept = Math.sqrt(s2 * (1.0 / n + m.meanX() * m.meanX() / m.xx()));
        return new Ols(
                intercept,
                slope,
                seIntercept,
                seSlope,
                intercept - t * seIntercept,
                intercept + t * seIntercept,
                slope - t * seSlope,
                slope + t * seSlope);
    }

    private record Line(double intercept, double slope) {}

    /** The line of all points but {@code without}. */
    private static Line line(Pairs pairs, double lambda, double @Nullable [] weights, int without) {
        double w = 0;
        double mx = 0;
        double my = 0;
        for (int i = 0; i < pairs.n(); i++) {
            if (i != without) {
                double own = weights == null ? 1 : weights[i];
                w += own;
                mx += own * pairs.x()[i];
                my += own * pairs.y()[i];
            }
        }
        mx /= w;
        my /= w;
        double u = 0;
        double q = 0;
        double p = 0;
        for (int i = 0; i < pairs.n(); i++) {
            if (i != without) {
                double own = weights == null ? 1 : weights[i];
                double dx = pairs.x()[i] - mx;
                double dy = pairs.y()[i] - my;
                u += own * dx * dx;
                q += own * dy * dy;
                p += own * dx * dy;
            }
        }
        if (p == 0) {
            throw Fault.of(AssayFault.NO_CORRELATION).asException();
        }
        double difference = lambda * q - u;
        double root = Math.hypot(difference, 2 * Math.sqrt(lambda) * p);
        // the form of the quadratic's root that subtracts nothing
        double slope = difference >= 0 ? (difference + root) / (2 * lambda * p) : 2 * p / (root - difference);
        return new Line(my - slope * mx, slope);
    }

    private static Line weighted(Pairs pairs, double lambda, int without, @Nullable Line start) {
        double[] weights = new double[pairs.n()];
        Line line = start == null ? line(pairs, lambda, null, without) : start;
        double least = Arrays.stream(pairs.x()).min().orElse(1);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            for (int i = 0; i < weights.length; i++) {
                double d = pairs.y()[i] - line.intercept - line.slope * pairs.x()[i];
                double spread = 1 + lambda * line.slope * line.slope;
                double xhat = pairs.x()[i] + lambda * line.slope * d / spread;
                double yhat = pairs.y()[i] - d / spread;
                double middle = (xhat + lambda * yhat) / (1 + lambda);
                weights[i] = 1 / (middle * middle);
            }
            Line next = line(pairs, lambda, weights, without);
            double moved = Math.max(
                    Math.abs(next.slope - line.slope) / (Math.abs(next.slope) + 1e-300),
                    Math.abs(next.intercept - line.intercept)
                            / (Math.abs(next.intercept) + Math.abs(next.slope) * least));
            line = next;
            if (moved < 1e-14) {
                return line;
            }
            if (round > 100 && moved < 1e-11) {
                return line;
            }
        }
        throw Fault.of(AssayFault.NO_CONVERGENCE).asException();
    }

    private static double standardError(double[] values) {
        double mean = Mean.of(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (values.length - 1) / values.length);
    }
}
