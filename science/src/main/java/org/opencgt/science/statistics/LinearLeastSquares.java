package org.opencgt.science.statistics;

import java.util.Arrays;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;

/**
 * Linear least squares by Householder's QR decomposition of the columns, each scaled by a power of two, and refined with residuals of
 * twice the precision (Björck Å. Iterative refinement of linear least squares solutions I. BIT 1967;7:257-78), so that coefficients
 * have nearly all digits that the data allow even where columns are almost dependent.
 */
public final class LinearLeastSquares {

    private static final int MOST_REFINEMENTS = 10;

    private final int n;
    private final int p;
    /** Scaled and weighted columns. */
    private final double[][] columns;

    private final double[] scale;
    /** Householder vectors below the diagonal, R above it. */
    private final double[][] qr;

    private final double[] diagonal;

    private LinearLeastSquares(double[][] columns, double[] scale) {
        this.p = columns.length;
        this.n = columns[0].length;
        this.columns = columns;
        this.scale = scale;
        this.qr = new double[p][];
        for (int k = 0; k < p; k++) {
            qr[k] = columns[k].clone();
        }
        this.diagonal = new double[p];
        decompose();
    }

    /**
     * Fits y = X b.
     *
     * @param columns of X, each with a value for every point; a column of ones gives an intercept
     * @throws BadInput if there are fewer points than parameters, the columns depend on each other or anything is not finite
     */
    public static LinearFit fit(double[][] columns, double[] y) {
        double[] equal = new double[y.length];
        Arrays.fill(equal, 1);
        return fit(columns, y, equal);
    }

    /**
     * Like {@link #fit(double[][], double[])} with weights.
     *
     * @param weights above zero, in proportion to 1 / variance
     */
    public static LinearFit fit(double[][] columns, double[] y, double[] weights) {
        int points = y.length;
        check(columns, y, weights);
        double[] root = new double[points];
        double[] b = new double[points];
        double largest = 0;
        for (int i = 0; i < points; i++) {
            root[i] = Math.sqrt(weights[i]);
            b[i] = root[i] * y[i];
            largest = Math.max(largest, Math.abs(y[i]));
        }
        double[] scale = new double[columns.length];
        double[][] scaled = new double[columns.length][points];
        for (int k = 0; k < columns.length; k++) {
            double most = 0;
            for (int i = 0; i < points; i++) {
                scaled[k][i] = root[i] * columns[k][i];
                most = Math.max(most, Math.abs(scaled[k][i]));
            }
            int exponent = most == 0 ? 0 : Math.getExponent(most);
            scale[k] = Math.scalb(1.0, -exponent);
            for (int i = 0; i < points; i++) {
                scaled[k][i] *= scale[k];
            }
        }
        LinearLeastSquares problem = new LinearLeastSquares(scaled, scale);
        return problem.solve(y, b, root, weights, largest);
    }

    private static void check(double[][] columns, double[] y, double[] weights) {
        if (y.length < columns.length || columns.length == 0) {
            throw Fault.of(StatisticsFault.FEWER_POINTS_THAN_PARAMETERS)
                    .with("points", y.length)
                    .with("parameters", columns.length)
                    .asException();
        }
        if (weights.length != y.length || Arrays.stream(columns).anyMatch(column -> column.length != y.length)) {
            throw Fault.of(StatisticsFault.UNEQUAL_LENGTHS).asException();
        }
        for (double value : y) {
            Check.finite(StatisticsQuantity.RESPONSE, value);
        }
        for (double weight : weights) {
            Check.positive(StatisticsQuantity.WEIGHT, weight);
        }
        for (double[] column : columns) {
            for (double value : column) {
                Check.finite(StatisticsQuantity.PREDICTOR, value);
            }
        }
    }

    private void decompose() {
        for (int k = 0; k < p; k++) {
            double whole = norm(columns[k], 0);
            double rest = norm(qr[k], k);
            // What is left of a column that depends on those before it is rounding.
            if (!(rest > 4 * n * Math.ulp(whole))) {
                throw Fault.of(StatisticsFault.NOT_INDEPENDENT).asException();
            }
            double alpha = qr[k][k] > 0 ? -rest : rest;
            diagonal[k] = alpha;
            qr[k][k] -= alpha;
            for (int j = k + 1; j < p; j++) {
                reflect(k, qr[j]);
            }
        }
    }

    private static double norm(double[] x, int from) {
        double sum = 0;
        for (int i = from; i < x.length; i++) {
            sum += x[i] * x[i];
        }
        return Math.sqrt(sum);
    }

    /** Applies the k-th reflection to a vector. */
    private void reflect(int k, double[] x) {
        double[] v = qr[k];
        double sum = 0;
        for (int i = k; i < n; i++) {
            sum += v[i] * x[i];
        }
        double factor = sum / (diagonal[k] * v[k]); // -2 v'x / v'v, as v'v = -2 alpha v_k
        for (int i = k; i < n; i++) {
            x[i] += factor * v[i];
        }
    }

    /** Q' x. */
    private double[] rotated(double[] x) {
        double[] result = x.clone();
        for (int k = 0; k < p; k++) {
            reflect(k, result);
        }
        return result;
    }

    /** Q x. */
    private double[] rotatedBack(double[] x) {
        double[] result = x.clone();
        for (int k = p - 1; k >= 0; k--) {
            reflect(k, result);
        }
        return result;
    }

    /** Solves R x = c for the first p elements of c. */
    private double[] backward(double[] c) {
        double[] x = new double[p];
        for (int k = p - 1; k >= 0; k--) {
            double sum = c[k];
            for (int j = k + 1; j < p; j++) {
                sum -= qr[j][k] * x[j];
            }
            x[k] = sum / diagonal[k];
        }
        return x;
    }

    /** Solves R' x = c. */
    private double[] forward(double[] c) {
        double[] x = new double[p];
        for (int k = 0; k < p; k++) {
            double sum = c[k];
            for (int j = 0; j < k; j++) {
                sum -= qr[k][j] * x[j];
            }
            x[k] = sum / diagonal[k];
        }
        return x;
    }

    private LinearFit solve(double[] y, double[] b, double[] root, double[] weights, double largest) {
        double[] x = backward(rotated(b));
        double[] r = remainder(b, new double[n], x);
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_REFINEMENTS; step++) {
            double[] f = remainder(b, r, x);
            double[] g = gradient(r);
            double[] h = forward(g);
            double[] d = rotated(f);
            double[] difference = d.clone();
            for (int k = 0; k < p; k++) {
                difference[k] -= h[k];
                d[k] = h[k];
            }
            double[] dx = backward(difference);
            double[] dr = rotatedBack(d);
            double change = relative(dx, x);
            if (!(change < before / 2)) {
                break;
            }
            before = change;
            for (int k = 0; k < p; k++) {
                x[k] += dx[k];
            }
            for (int i = 0; i < n; i++) {
                r[i] += dr[i];
            }
        }
        return result(x, r, y, root, weights, largest);
    }

    private static double relative(double[] change, double[] x) {
        double most = 0;
        for (int k = 0; k < x.length; k++) {
            if (change[k] != 0) {
                most = Math.max(most, Math.abs(change[k]) / Math.max(Math.abs(x[k]), Double.MIN_NORMAL));
            }
        }
        return most;
    }

    /** b - r - A x with twice the precision. */
    private double[] remainder(double[] b, double[] r, double[] x) {
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            ExactSum sum = new ExactSum(b[i]);
            sum.add(-r[i]);
            for (int k = 0; k < p; k++) {
                sum.addProduct(-columns[k][i], x[k]);
            }
            result[i] = sum.value();
        }
        return result;
    }

    /** -A' r with twice the precision. */
    private double[] gradient(double[] r) {
        double[] result = new double[p];
        for (int k = 0; k < p; k++) {
            ExactSum sum = new ExactSum(0);
            for (int i = 0; i < n; i++) {
                sum.addProduct(-columns[k][i], r[i]);
            }
            result[k] = sum.value();
        }
        return result;
    }

    private LinearFit result(double[] x, double[] r, double[] y, double[] root, double[] weights, double largest) {
        double[] coefficients = new double[p];
        double[][] inverse = new double[p][];
        for (int k = 0; k < p; k++) {
            coefficients[k] = x[k] * scale[k];
            double[] unit = new double[p];
            unit[k] = 1;
            inverse[k] = backward(unit); // column k of R^-1
        }
        double[][] unscaled = new double[p][p];
        for (int one = 0; one < p; one++) {
            for (int other = 0; other <= one; other++) {
                double sum = 0;
                for (int k = one; k < p; k++) {
                    sum += inverse[k][one] * inverse[k][other];
                }
                unscaled[one][other] = sum * scale[one] * scale[other];
                unscaled[other][one] = unscaled[one][other];
            }
        }
        double[] residuals = new double[n];
        double[] fitted = new double[n];
        for (int i = 0; i < n; i++) {
            residuals[i] = r[i] / root[i];
            fitted[i] = y[i] - residuals[i];
        }
        return new LinearFit(coefficients, unscaled, fitted, residuals, weights.clone(), largest);
    }
}
