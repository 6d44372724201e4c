package org.opencgt.science.assay;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.opencgt.science.statistics.ChiSquared;
import org.opencgt.science.statistics.LinearFit;
import org.opencgt.science.statistics.LinearLeastSquares;
import org.opencgt.science.statistics.Mean;
import org.opencgt.science.statistics.Normal;
import org.opencgt.science.statistics.ShapiroWilk;
import org.opencgt.science.statistics.StudentT;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Whether the residuals of a line are normal (Shapiro-Wilk), of equal variance (Breusch and Pagan 1979; studentised by Koenker
 * 1981), independent in the order of the data (Durbin and Watson 1950) and of the concentrations (runs of signs) and without outliers.
 *
 * @param durbinWatson p of positive autocorrelation, exact: P(sum of (lambda_i - d) z_i&sup2; &lt; 0) by Imhof's integral (1961)
 * @param bonferroniOutlierP of the largest studentised residual
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ResidualTests(
        Linearity.ShapiroResult shapiro,
        Linearity.Statistic breuschPaganKoenker,
        Linearity.Statistic breuschPaganOriginal,
        Linearity.Statistic durbinWatson,
        Linearity.Runs runs,
        double maxAbsRstudent,
        double bonferroniOutlierP,
        double maxCook) {

    static ResidualTests of(double[] x, LinearFit fit, List<Linearity.Point> points) {
        double[] e = fit.residuals();
        int n = e.length;
        ShapiroWilk shapiro = ShapiroWilk.of(e);
        double rss = fit.residualSumOfSquares();
        double[] squares = Arrays.stream(e).map(value -> value * value).toArray();
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        LinearFit auxiliary = LinearLeastSquares.fit(new double[][] {ones, x}, squares);
        double mean = rss / n;
        double explained = 0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            explained += Math.pow(auxiliary.fitted(i) - mean, 2);
            total += Math.pow(squares[i] - mean, 2);
        }
        double koenker = total == 0 ? 0 : n * explained / total;
        double original = explained / (mean * mean) / 2;
        ChiSquared chi = new ChiSquared(1);
        double most = points.stream()
                .mapToDouble(point -> Math.abs(point.rstudent()))
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
        double cook = points.stream().mapToDouble(Linearity.Point::cook).max().orElse(Double.NaN);
        return new ResidualTests(
                new Linearity.ShapiroResult(shapiro.w(), shapiro.p()),
                new Linearity.Statistic(koenker, chi.above(koenker)),
                new Linearity.Statistic(original, chi.above(original)),
                durbinWatson(x, e, rss),
                runs(inOrderOf(x, e)),
                most,
                Math.min(1, n * StudentT.twoSided(most, n - 3)),
                cook);
    }

    private static double[] inOrderOf(double[] x, double[] e) {
        return IntStream.range(0, e.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToDouble(i -> e[i])
                .toArray();
    }

    private static Linearity.Runs runs(double[] e) {
        int positive = 0;
        int negative = 0;
        int runs = 0;
        boolean before = false;
        for (int i = 0; i < e.length; i++) {
            boolean up = e[i] > 0;
            positive += up ? 1 : 0;
            negative += up ? 0 : 1;
            runs += i == 0 || up != before ? 1 : 0;
            before = up;
        }
        double n = positive + negative;
        double product = 2.0 * positive * negative;
        double mean = product / n + 1;
        double variance = product * (product - n) / (n * n * (n - 1));
        double z = variance > 0 ? (runs - mean) / Math.sqrt(variance) : Double.NaN;
        return new Linearity.Runs(runs, positive, negative, z, Math.min(1, 2 * Normal.above(Math.abs(z))));
    }

    private static Linearity.Statistic durbinWatson(double[] x, double[] e, double rss) {
        int n = e.length;
        double sum = 0;
        for (int i = 1; i < n; i++) {
            sum += (e[i] - e[i - 1]) * (e[i] - e[i - 1]);
        }
        double d = sum / rss;
        if (n > 400) {
            return new Linearity.Statistic(d, Double.NaN);
        }
        double[] lambda = eigenvalues(x);
        return new Linearity.Statistic(d, quadraticBelowZero(lambda, d));
    }

    /** The eigenvalues of M A M other than those of the model, M the residual projection, A the differences. */
    private static double[] eigenvalues(double[] x) {
        int n = x.length;
        double mean = Mean.of(x);
        double xx = 0;
        for (double value : x) {
            xx += (value - mean) * (value - mean);
        }
        double[][] m = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                m[i][j] = (i == j ? 1 : 0) - 1.0 / n - (x[i] - mean) * (x[j] - mean) / xx;
            }
        }
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 1; k < n; k++) {
                    sum += (m[i][k] - m[i][k - 1]) * (m[j][k] - m[j][k - 1]);
                }
                product[i][j] = sum;
            }
        }
        double[] values =
                new EigenDecompositionSymmetric(new Array2DRowRealMatrix(product), 1e-15, true).getEigenvalues();
        return Arrays.copyOf(values, n - 2);
    }

    /** P(sum (lambda_i - d) z_i&sup2; &lt; 0), by the trapezoidal rule on Imhof's integrand over sinh-like nodes. */
    private static double quadraticBelowZero(double[] lambda, double d) {
        double[] a = Arrays.stream(lambda).map(value -> value - d).toArray();
        double largest = Arrays.stream(a).map(Math::abs).max().orElse(1);
        double scale = 1 / largest;
        // u = exp(s - exp(-s)): double exponential, so that equal steps converge at once
        double h = 1.0 / 128;
        double sum = 0;
        for (int k = -128 * 5; k <= 128 * 60; k++) {
            double s = k * h;
            double u = scale * Math.exp(s - Math.exp(-s));
            double angle = 0;
            double logRho = 0;
            for (double weight : a) {
                double product = weight * u;
                angle += Math.atan(product);
                logRho += Math.log1p(product * product);
            }
            double term = Math.sin(angle / 2) * Math.exp(-logRho / 4) * (1 + Math.exp(-s));
            sum += term;
            if (s > 2 && logRho > 4 * 42) {
                break;
            }
        }
        double p = 0.5 - sum * h / Math.PI;
        return Math.max(0, Math.min(1, p));
    }
}
