package org.opencgt.science.statistics;

/**
 * A linear model fitted by {@link LinearLeastSquares}: y = X b + e, with p parameters b, n points, weights w.
 *
 * <pre>
 *   RSS = sum w (y - X b)^2      df = n - p      s^2 = RSS / df      Cov(b) = s^2 (X'WX)^-1
 * </pre>
 */
public final class LinearFit {

    /** Residuals of no more than so many roundings of the largest response are roundings. */
    private static final double ROUNDINGS = 32;

    private final double[] coefficients;
    private final double[][] unscaled;
    private final double[] fitted;
    private final double[] residuals;
    private final double[] weights;
    private final double rss;
    private final double largest;

    LinearFit(
            double[] coefficients,
            double[][] unscaled,
            double[] fitted,
            double[] residuals,
            double[] weights,
            double largest) {
        this.coefficients = coefficients;
        this.unscaled = unscaled;
        this.fitted = fitted;
        this.residuals = residuals;
        this.weights = weights;
        this.largest = largest;
        double sum = 0;
        for (int i = 0; i < residuals.length; i++) {
            sum += weights[i] * residuals[i] * residuals[i];
        }
        this.rss = sum;
    }

    public int points() {
        return residuals.length;
    }

    public int parameters() {
        return coefficients.length;
    }

    public double coefficient(int parameter) {
        return coefficients[parameter];
    }

    public double[] coefficients() {
        return coefficients.clone();
    }

    public double fitted(int point) {
        return fitted[point];
    }

    /** y - X b, not weighted. */
    public double residual(int point) {
        return residuals[point];
    }

    public double[] residuals() {
        return residuals.clone();
    }

    public double weight(int point) {
        return weights[point];
    }

    public double residualSumOfSquares() {
        return rss;
    }

    public int degreesOfFreedom() {
        return points() - parameters();
    }

    /** s^2; NaN where there are as many parameters as points. */
    public double residualVariance() {
        return degreesOfFreedom() > 0 ? rss / degreesOfFreedom() : Double.NaN;
    }

    /** s; NaN where there are as many parameters as points. */
    public double residualSd() {
        return Math.sqrt(residualVariance());
    }

    /** The element of (X'WX)^-1. */
    public double unscaledCovariance(int one, int other) {
        return unscaled[one][other];
    }

    public double covariance(int one, int other) {
        return residualVariance() * unscaled[one][other];
    }

    public double standardError(int parameter) {
        return Math.sqrt(covariance(parameter, parameter));
    }

    /** The value of the model for a row of X. */
    public double at(double... row) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            sum += row[k] * coefficients[k];
        }
        return sum;
    }

    /** The standard error of {@link #at}. */
    public double standardErrorAt(double... row) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            for (int j = 0; j < row.length; j++) {
                sum += row[k] * row[j] * unscaled[k][j];
            }
        }
        return Math.sqrt(residualVariance() * Math.max(0, sum));
    }

    /** Whether all points lie on the model but for rounding, so that there is no residual variance to test against. */
    public boolean isExact() {
        double rounding = ROUNDINGS * Math.ulp(1.0) * largest;
        for (double residual : residuals) {
            if (Math.abs(residual) > rounding) {
                return false;
            }
        }
        return true;
    }
}
