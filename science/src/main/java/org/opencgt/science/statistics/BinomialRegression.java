package org.opencgt.science.statistics;

import java.util.Arrays;
import org.hipparchus.special.Gamma;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;

/**
 * Maximum likelihood for counts k_i of n_i with p_i = link^-1(x_i b), by Fisher scoring (McCullagh and Nelder 1989, 2.5). The
 * covariance is the inverse expected information. Where the data are separated, no maximum exists: the likelihood rises for
 * ever along some direction.
 *
 * @param estimates b; NaN if separated
 * @param covariance (X'WX)^-1; NaN if separated
 * @param deviance of the counts
 * @param pearson sum of squared Pearson residuals
 * @param logLikelihood with the binomial coefficients
 * @param df rows less columns
 * @param separated whether no finite estimates exist
 */
public record BinomialRegression(
        double[] estimates,
        double[][] covariance,
        double deviance,
        double pearson,
        double logLikelihood,
        int df,
        boolean separated) {

    private static final int MOST_STEPS = 200;

    /**
     * Fits.
     *
     * @param x rows of predictors, with ones where there is an intercept
     * @param successes k
     * @param trials n, above zero
     * @throws BadInput if a count is no whole number from 0 to its n, there are fewer rows than columns, or columns depend on
     *     each other
     */
    public static BinomialRegression fit(double[][] x, double[] successes, double[] trials, BinomialLink link) {
        int n = x.length;
        int p = n == 0 ? 0 : x[0].length;
        if (n < p || n == 0) {
            throw Fault.of(FitFault.TOO_FEW_OBSERVATIONS)
                    .with("observations", n)
                    .with("parameters", p)
                    .asException();
        }
        for (int i = 0; i < n; i++) {
            if (!(trials[i] > 0)
                    || !(successes[i] >= 0 && successes[i] <= trials[i])
                    || successes[i] != Math.rint(successes[i])
                    || trials[i] != Math.rint(trials[i])) {
                throw Fault.of(FitFault.NOT_A_COUNT)
                        .with("successes", successes[i])
                        .with("trials", trials[i])
                        .asException();
            }
        }
        double[] predictor = new double[n];
        for (int i = 0; i < n; i++) {
            predictor[i] = link.predictor((successes[i] + 0.5) / (trials[i] + 1));
        }
        double[] b = new double[p];
        double deviance = Double.POSITIVE_INFINITY;
        boolean begun = false;
        double lastMove = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            OrthogonalTriangle triangle = scored(x, successes, trials, predictor, link, begun);
            if (!begun && triangle.leastIndependence() < 1e-12) {
                throw Fault.of(FitFault.DEPENDENT_TERMS).asException();
            }
            double[] move = triangle.solution();
            double[] next = new double[p];
            double largest = 0;
            for (int j = 0; j < p; j++) {
                next[j] = begun ? b[j] + move[j] : move[j];
                largest = Math.max(largest, Math.abs(next[j] - b[j]) / (Math.abs(next[j]) + 1e-300));
            }
            double[] nextPredictor = product(x, next);
            double nextDeviance = deviance(successes, trials, nextPredictor, link);
            for (int half = 0; half < 40 && !(nextDeviance <= deviance * (1 + 1e-12) + 1e-12); half++) {
                for (int j = 0; j < p; j++) {
                    next[j] = (next[j] + b[j]) / 2;
                }
                nextPredictor = product(x, next);
                nextDeviance = deviance(successes, trials, nextPredictor, link);
            }
            boolean flat = Math.abs(deviance - nextDeviance) <= 1e-13 * (Math.abs(nextDeviance) + 0.1);
            b = next;
            predictor = nextPredictor;
            deviance = nextDeviance;
            begun = true;
            if (largest < 1e-14 || (flat && largest < 1e-9 && largest >= lastMove / 4)) {
                return result(x, successes, trials, b, predictor, deviance, link);
            }
            if (flat && largest > 1e-4 || !Double.isFinite(largest)) {
                return nothing(n, p);
            }
            lastMove = largest;
        }
        return nothing(n, p);
    }

    public double standardError(int parameter) {
        return Math.sqrt(covariance[parameter][parameter]);
    }

    /** One step of scoring as weighted least squares: of the working residual once begun, else of the first predictor. */
    private static OrthogonalTriangle scored(
            double[][] x, double[] successes, double[] trials, double[] predictor, BinomialLink link, boolean begun) {
        int n = x.length;
        double[][] a = new double[n][];
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            double p = link.probability(predictor[i]);
            double q = link.probability(-predictor[i]);
            double density = link.density(predictor[i]);
            boolean vanishes = p * q == 0 || density == 0;
            double root = vanishes ? 0 : Math.sqrt(trials[i] / p / q) * density;
            a[i] = x[i].clone();
            for (int j = 0; j < a[i].length; j++) {
                a[i][j] *= root;
            }
            double working = vanishes ? 0 : residual(successes[i], trials[i], p, q) / (trials[i] * density);
            z[i] = root * (begun ? working : predictor[i] + working);
        }
        return new OrthogonalTriangle(a, z);
    }

    /** k - n p, from the smaller of the two probabilities. */
    private static double residual(double k, double n, double p, double q) {
        return p < q ? k - n * p : n * q - (n - k);
    }

    private static double[] product(double[][] x, double[] b) {
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < b.length; j++) {
                product[i] += x[i][j] * b[j];
            }
        }
        return product;
    }

    private static double deviance(double[] successes, double[] trials, double[] predictor, BinomialLink link) {
        double sum = 0;
        for (int i = 0; i < successes.length; i++) {
            double k = successes[i];
            double rest = trials[i] - k;
            double p = link.probability(predictor[i]);
            double q = link.probability(-predictor[i]);
            sum += (k > 0 ? k * Math.log(k / (trials[i] * p)) : 0)
                    + (rest > 0 ? rest * Math.log(rest / (trials[i] * q)) : 0);
        }
        return 2 * sum;
    }

    private static BinomialRegression result(
            double[][] x,
            double[] successes,
            double[] trials,
            double[] b,
            double[] predictor,
            double deviance,
            BinomialLink link) {
        OrthogonalTriangle triangle = scored(x, successes, trials, predictor, link, true);
        if (triangle.leastIndependence() < 1e-12) {
            return nothing(x.length, b.length);
        }
        double pearson = 0;
        double likelihood = 0;
        for (int i = 0; i < x.length; i++) {
            double k = successes[i];
            double n = trials[i];
            double p = link.probability(predictor[i]);
            double q = link.probability(-predictor[i]);
            double residual = residual(k, n, p, q);
            pearson += p * q == 0 ? 0 : residual * residual / (n * p * q);
            likelihood += Gamma.logGamma(n + 1)
                    - Gamma.logGamma(k + 1)
                    - Gamma.logGamma(n - k + 1)
                    + (k > 0 ? k * Math.log(p) : 0)
                    + (n > k ? (n - k) * Math.log(q) : 0);
        }
        return new BinomialRegression(
                b, triangle.inverseSquare(), deviance, pearson, likelihood, x.length - b.length, false);
    }

    private static BinomialRegression nothing(int n, int p) {
        double[] none = new double[p];
        double[][] square = new double[p][p];
        Arrays.fill(none, Double.NaN);
        for (double[] row : square) {
            Arrays.fill(row, Double.NaN);
        }
        return new BinomialRegression(none, square, Double.NaN, Double.NaN, Double.NaN, n - p, true);
    }
}
