package org.opencgt.science.assay;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.statistics.LinearFit;
import org.opencgt.science.statistics.LinearLeastSquares;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A line by M-estimation (Huber 1981, ch. 7): residuals weighted by Huber's k = 1.345 or Tukey's bisquare c = 4.685, with the scale
 * median |r| / 0.6745 renewed at each step, until nothing moves. Standard errors with Huber's correction (7.6.13).
 *
 * @param nDownweighted points with a weight below 1
 */
@JsonNaming(SnakeCaseStrategy.class)
public record RobustLine(
        double intercept, double slope, double scale, double[] se, double weightsMin, int nDownweighted) {

    private static final int MOST_STEPS = 5000;

    /** The weight of a residual over the scale. */
    enum Kind {
        HUBER {
            @Override
            double weight(double u) {
                double size = Math.abs(u);
                return size <= 1.345 ? 1 : 1.345 / size;
            }

            @Override
            double derivative(double u) {
                return Math.abs(u) <= 1.345 ? 1 : 0;
            }
        },
        BISQUARE {
            @Override
            double weight(double u) {
                double part = Math.min(1, Math.abs(u / 4.685));
                return (1 - part * part) * (1 - part * part);
            }

            @Override
            double derivative(double u) {
                double part = u / 4.685 * u / 4.685;
                return part < 1 ? (1 - part) * (1 - 5 * part) : 0;
            }
        };

        abstract double weight(double u);

        abstract double derivative(double u);
    }

    static @Nullable RobustLine of(double[] x, double[] y, Kind kind) {
        int n = x.length;
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        LinearFit fit = Linearity.polynomial(x, y, weights, 1);
        double intercept = fit.coefficient(0);
        double slope = fit.coefficient(1);
        double[] absolute = new double[n];
        double scale = 0;
        boolean settled = false;
        for (int step = 0; step < MOST_STEPS && !settled; step++) {
            for (int i = 0; i < n; i++) {
                absolute[i] = Math.abs(y[i] - intercept - slope * x[i]);
            }
            scale = Medians.median(absolute) / 0.6745;
            if (scale == 0) {
                return null;
            }
            double w = 0;
            double mx = 0;
            double my = 0;
            for (int i = 0; i < n; i++) {
                weights[i] = kind.weight((y[i] - intercept - slope * x[i]) / scale);
                w += weights[i];
                mx += weights[i] * x[i];
                my += weights[i] * y[i];
            }
            mx /= w;
            my /= w;
            double xx = 0;
            double xy = 0;
            for (int i = 0; i < n; i++) {
                xx += weights[i] * (x[i] - mx) * (x[i] - mx);
                xy += weights[i] * (x[i] - mx) * (y[i] - my);
            }
            double nextSlope = xy / xx;
            double nextIntercept = my - nextSlope * mx;
            settled = Math.abs(nextSlope - slope) <= 1e-14 * Math.abs(nextSlope)
                    && Math.abs(nextIntercept - intercept) <= 1e-14 * (Math.abs(nextIntercept) + Math.abs(nextSlope));
            slope = nextSlope;
            intercept = nextIntercept;
        }
        double squares = 0;
        double first = 0;
        double second = 0;
        double least = 1;
        int lowered = 0;
        for (int i = 0; i < n; i++) {
            double r = y[i] - intercept - slope * x[i];
            double weight = kind.weight(r / scale);
            squares += r * weight * r * weight;
            double derivative = kind.derivative(r / scale);
            first += derivative;
            second += derivative * derivative;
            least = Math.min(least, weight);
            lowered += weight < 1 ? 1 : 0;
        }
        double mean = first / n;
        double spread = (second - first * first / n) / (n - 1);
        double kappa = 1 + 2 * spread / (n * mean * mean);
        double deviation = Math.sqrt(squares / (n - 2)) * kappa / mean;
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        LinearFit plain = LinearLeastSquares.fit(new double[][] {ones, x}, y);
        return new RobustLine(
                intercept,
                slope,
                scale,
                new double[] {
                    deviation * Math.sqrt(plain.unscaledCovariance(0, 0)),
                    deviation * Math.sqrt(plain.unscaledCovariance(1, 1))
                },
                least,
                lowered);
    }
}
