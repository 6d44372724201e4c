package org.opencgt.science.statistics;

/**
 * A fit by least squares. With J the derivatives at the estimates and W the weights, {@code covariance} is
 * s&sup2; (J'WJ)^-1 with s&sup2; = RSS / (n - p), the Gauss-Newton form that nls and SAS report.
 *
 * @param estimates b
 * @param rss sum of w (y - f)&sup2;
 * @param n observations
 * @param df n - p
 * @param inverseInformation (J'WJ)^-1; all NaN if the parameters cannot be told apart
 * @param offset length of the residual's projection on the tangent plane over that of the residual; zero at the minimum (Bates
 *     and Watts 1988, 2.2)
 * @param independence how independent the columns of J are, from 1 down to 0: the least part of a column that the others before
 *     it do not explain
 */
public record NonlinearFit(
        double[] estimates,
        double rss,
        int n,
        int df,
        double[][] inverseInformation,
        double offset,
        double independence) {

    /** Below this, columns of J are taken as dependent: half the digits of a double. */
    private static final double DEPENDENT = 1e-8;

    /** The residual standard deviation; NaN without degrees of freedom. */
    public double sigma() {
        return df > 0 ? Math.sqrt(rss / df) : Double.NaN;
    }

    public double estimate(int parameter) {
        return estimates[parameter];
    }

    public double covariance(int i, int j) {
        double sigma = sigma();
        return sigma * sigma * inverseInformation[i][j];
    }

    public double standardError(int parameter) {
        return sigma() * Math.sqrt(inverseInformation[parameter][parameter]);
    }

    /** The variance of a linear combination of the estimates. */
    public double variance(double[] combination) {
        double sum = 0;
        for (int i = 0; i < combination.length; i++) {
            for (int j = 0; j < combination.length; j++) {
                sum += combination[i] * combination[j] * covariance(i, j);
            }
        }
        return sum;
    }

    /** Whether the data determine all parameters. */
    public boolean isDetermined() {
        return independence > DEPENDENT;
    }
}
