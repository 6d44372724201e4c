package org.opencgt.science.assay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.FTest;
import org.opencgt.science.statistics.LinearFit;
import org.opencgt.science.statistics.LinearLeastSquares;
import org.opencgt.science.statistics.StudentT;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Linearity of a response over a range (ICH Q2(R2)): weighted least squares, lack of fit, curvature by a quadratic term (Mandel) and
 * a cubic one, tests of the residuals, robust lines for comparison, and the detection and quantitation limits 3.3 and 10 times sigma
 * over slope.
 *
 * @param rangeX lowest and highest concentration
 * @param sigma residual standard deviation, weighted
 * @param lod with the residual standard deviation
 * @param lodLoq by the residual standard deviation and by that of the intercept
 * @param calibration limits from the prediction band; unweighted only
 * @param lackOfFit null without replicates
 * @param residualTests and robust lines: unweighted only, and null for a perfect line
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Linearity(
        int n,
        int missing,
        String weights,
        double[] rangeX,
        double intercept,
        double slope,
        double seIntercept,
        double seSlope,
        double[] interceptCi,
        double[] slopeCi,
        double rSquared,
        double pearsonR,
        double sigma,
        double rss,
        int df,
        double lod,
        double loq,
        @Nullable LodLoq lodLoq,
        @Nullable CalibrationLimits calibration,
        @Nullable LackOfFit lackOfFit,
        @Nullable Curvature quadratic,
        @Nullable Mandel mandel,
        @Nullable Curvature cubic,
        @Nullable ResidualTests residualTests,
        @Nullable RobustLine robustHuber,
        @Nullable RobustLine robustBisquare,
        List<Point> points,
        List<AssayFlag> flags)
        implements Result {

    private static final double SIGNIFICANT = 0.05;

    /** How a point counts. */
    public enum Weighting {
        NONE("1") {
            @Override
            double of(double x) {
                return 1;
            }
        },
        X("1/x") {
            @Override
            double of(double x) {
                return 1 / x;
            }
        },
        X2("1/x2") {
            @Override
            double of(double x) {
                return 1 / (x * x);
            }
        };

        private final String word;

        Weighting(String word) {
            this.word = word;
        }

        abstract double of(double x);

        @Override
        public String toString() {
            return word;
        }
    }

    public record Limits(double lod, double loq) {}

    @JsonNaming(SnakeCaseStrategy.class)
    public record LodLoq(Limits residualSd, Limits interceptSd) {}

    public record LackOfFit(double f, int df1, int df2, double p) {}

    public record Mandel(double f, int df2, double p) {}

    /** A polynomial, with the test of its highest term. */
    public record Curvature(double[] coefficients, double t, double p) {}

    /**
     * A point.
     *
     * @param backCalculated the concentration at which the line has its response
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Point(
            double x,
            double y,
            double fitted,
            double residual,
            double rstandard,
            double rstudent,
            double leverage,
            double cook,
            double backCalculated,
            double recoveryPct)
            implements Result {}

    /**
     * Fits.
     *
     * @throws BadInput if there are fewer than three points, one concentration only, or a weight at zero
     */
    public static Linearity of(Pairs data, Weighting weighting, double confidence) {
        Check.fraction(AssayQuantity.CONFIDENCE, confidence);
        data.require(3);
        double[] x = data.x();
        double[] y = data.y();
        int n = data.n();
        double[] levels = Arrays.stream(x).distinct().sorted().toArray();
        if (levels.length < 2) {
            throw Fault.of(AssayFault.TOO_FEW_LEVELS)
                    .with("levels", levels.length)
                    .with("least", 2)
                    .asException();
        }
        if (weighting != Weighting.NONE && levels[0] <= 0) {
            throw Fault.of(AssayFault.WEIGHT_AT_ZERO).asException();
        }
        double[] w = Arrays.stream(x).map(weighting::of).toArray();
        LinearFit fit = polynomial(x, y, w, 1);
        double intercept = fit.coefficient(0);
        double slope = fit.coefficient(1);
        boolean perfect = fit.isExact();
        double t = StudentT.quantile((1 + confidence) / 2, n - 2);
        double seIntercept = fit.standardError(0);
        double seSlope = fit.standardError(1);
        double sumW = Arrays.stream(w).sum();
        double mean = IntStream.range(0, n).mapToDouble(i -> w[i] * y[i]).sum() / sumW;
        double model = 0;
        for (int i = 0; i < n; i++) {
            model += w[i] * (fit.fitted(i) - mean) * (fit.fitted(i) - mean);
        }
        List<AssayFlag> flags = new ArrayList<>();
        if (perfect) {
            flags.add(AssayFlag.PERFECT_LINE);
        }
        LackOfFit lack = perfect ? null : lackOfFit(x, y, w, levels, fit);
        Curvature quadratic = !perfect && levels.length > 2 && n > 3 ? curvature(x, y, w, 2) : null;
        Curvature cubic = !perfect && levels.length > 3 && n > 4 ? curvature(x, y, w, 3) : null;
        Mandel mandel = quadratic == null ? null : mandel(x, y, w, fit);
        if (lack != null && lack.p() < SIGNIFICANT) {
            flags.add(AssayFlag.NOT_LINEAR);
        }
        if (quadratic != null && quadratic.p() < SIGNIFICANT) {
            flags.add(AssayFlag.CURVED);
        }
        List<Point> points = points(x, y, w, fit, perfect);
        ResidualTests tests = null;
        if (weighting == Weighting.NONE && !perfect && n > 3) {
            tests = ResidualTests.of(x, fit, points);
            if (tests.breuschPaganKoenker().p() < SIGNIFICANT) {
                flags.add(AssayFlag.UNEQUAL_VARIANCE);
            }
            if (tests.shapiro().p() < SIGNIFICANT) {
                flags.add(AssayFlag.NOT_NORMAL);
            }
            if (tests.bonferroniOutlierP() < SIGNIFICANT) {
                flags.add(AssayFlag.OUTLIER);
            }
        }
        double size = Math.abs(slope);
        double sigma = fit.residualSd();
        LodLoq limits = perfect || size == 0
                ? null
                : new LodLoq(
                        new Limits(3.3 * sigma / size, 10 * sigma / size),
                        new Limits(3.3 * seIntercept / size, 10 * seIntercept / size));
        return new Linearity(
                n,
                data.missing(),
                weighting.toString(),
                new double[] {levels[0], levels[levels.length - 1]},
                intercept,
                slope,
                seIntercept,
                seSlope,
                new double[] {intercept - t * seIntercept, intercept + t * seIntercept},
                new double[] {slope - t * seSlope, slope + t * seSlope},
                model / (model + fit.residualSumOfSquares()),
                data.moments().correlation(),
                sigma,
                fit.residualSumOfSquares(),
                n - 2,
                limits == null
                        ? (perfect ? 0 : Double.NaN)
                        : limits.residualSd().lod(),
                limits == null
                        ? (perfect ? 0 : Double.NaN)
                        : limits.residualSd().loq(),
                limits,
                weighting == Weighting.NONE && limits != null ? CalibrationLimits.of(x, y, fit) : null,
                lack,
                quadratic,
                mandel,
                cubic,
                tests,
                tests == null ? null : RobustLine.of(x, y, RobustLine.Kind.HUBER),
                tests == null ? null : RobustLine.of(x, y, RobustLine.Kind.BISQUARE),
                points,
                flags);
    }

    static LinearFit polynomial(double[] x, double[] y, double[] w, int degree) {
        double[][] columns = new double[degree + 1][x.length];
        for (int i = 0; i < x.length; i++) {
            double power = 1;
            for (int k = 0; k <= degree; k++) {
                columns[k][i] = power;
                power *= x[i];
            }
        }
        return LinearLeastSquares.fit(columns, y, w);
    }

    private static @Nullable LackOfFit lackOfFit(double[] x, double[] y, double[] w, double[] levels, LinearFit fit) {
        int df1 = levels.length - 2;
        int df2 = x.length - levels.length;
        if (df1 < 1 || df2 < 1) {
            return null;
        }
        double pure = 0;
        for (double level : levels) {
            double sum = 0;
            double weight = 0;
            for (int i = 0; i < x.length; i++) {
                if (x[i] == level) {
                    sum += w[i] * y[i];
                    weight += w[i];
                }
            }
            for (int i = 0; i < x.length; i++) {
                if (x[i] == level) {
                    pure += w[i] * (y[i] - sum / weight) * (y[i] - sum / weight);
                }
            }
        }
        if (pure <= 0) {
            return null;
        }
        FTest test = FTest.of(fit.residualSumOfSquares() - pure, df1, pure, df2);
        return new LackOfFit(test.f(), df1, df2, test.p());
    }

    private static Curvature curvature(double[] x, double[] y, double[] w, int degree) {
        LinearFit fit = polynomial(x, y, w, degree);
        double t = fit.isExact() ? Double.POSITIVE_INFINITY : fit.coefficient(degree) / fit.standardError(degree);
        return new Curvature(
                fit.coefficients(), t, Double.isInfinite(t) ? 0 : StudentT.twoSided(t, fit.degreesOfFreedom()));
    }

    private static Mandel mandel(double[] x, double[] y, double[] w, LinearFit line) {
        FTest test = FTest.nested(line, polynomial(x, y, w, 2));
        return new Mandel(test.f(), test.df2(), test.p());
    }

    private static List<Point> points(double[] x, double[] y, double[] w, LinearFit fit, boolean perfect) {
        int n = x.length;
        double s2 = fit.residualVariance();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double leverage = w[i]
                    * (fit.unscaledCovariance(0, 0)
                            + 2 * x[i] * fit.unscaledCovariance(0, 1)
                            + x[i] * x[i] * fit.unscaledCovariance(1, 1));
            double e = fit.residual(i) * Math.sqrt(w[i]);
            double standard = perfect ? Double.NaN : e / Math.sqrt(s2 * (1 - leverage));
            double others = n > 3 ? (fit.residualSumOfSquares() - e * e / (1 - leverage)) / (n - 3) : Double.NaN;
            double student = perfect || !(others > 0) ? Double.NaN : e / Math.sqrt(others * (1 - leverage));
            double back = (y[i] - fit.coefficient(0)) / fit.coefficient(1);
            points.add(new Point(
                    x[i],
                    y[i],
                    fit.fitted(i),
                    fit.residual(i),
                    standard,
                    student,
                    leverage,
                    perfect ? Double.NaN : standard * standard * leverage / (2 * (1 - leverage)),
                    back,
                    x[i] == 0 ? Double.NaN : 100 * back / x[i]));
        }
        return points;
    }

    /** One number with its probability. */
    public record Statistic(double statistic, double p) {}

    /** Wald and Wolfowitz's test of runs of signs. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Runs(int runs, int nPos, int nNeg, double z, double p) {}

    /** Shapiro and Wilk's W. */
    public record ShapiroResult(@JsonProperty("W") double w, double p) {}
}
