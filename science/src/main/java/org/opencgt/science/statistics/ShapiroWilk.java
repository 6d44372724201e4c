package org.opencgt.science.statistics;

import java.util.Arrays;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;

/**
 * The test of normality of Shapiro and Wilk with Royston's approximations (Royston 1995, Appl Stat 44:547, algorithm AS R94).
 *
 * @param w near 1 for a normal sample
 * @param p small if it is not normal
 */
public record ShapiroWilk(double w, double p) {

    private static final int LEAST = 3;
    private static final int MOST = 5000;

    private static final double[] C1 = {0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056};
    private static final double[] C2 = {0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633};
    private static final double[] C3 = {0.544, -0.39978, 0.025054, -6.714e-4};
    private static final double[] C4 = {1.3822, -0.77857, 0.062767, -0.0020322};
    private static final double[] C5 = {-1.5861, -0.31082, -0.083751, 0.0038915};
    private static final double[] C6 = {-0.4803, -0.082676, 0.0030302};
    private static final double[] G = {-2.273, 0.459};

    /**
     * Tests.
     *
     * @throws BadInput unless there are 3 to 5000 values, not all alike
     */
    public static ShapiroWilk of(double... values) {
        double[] x = values.clone();
        Arrays.sort(x);
        int n = x.length;
        if (n < LEAST || n > MOST || x[n - 1] - x[0] < 1e-19) {
            throw Fault.of(StatisticsFault.TOO_FEW_VALUES)
                    .with("n", n)
                    .with("least", LEAST)
                    .asException();
        }
        double[] a = coefficients(n);
        double mean = 0;
        for (double value : x) {
            mean += value / n;
        }
        double squares = 0;
        double product = 0;
        double weights = 0;
        for (int i = 0; i < n; i++) {
            double weight = i < n / 2 ? -a[i] : i >= n - n / 2 ? a[n - 1 - i] : 0;
            squares += (x[i] - mean) * (x[i] - mean);
            product += weight * (x[i] - mean);
            weights += weight * weight;
        }
        // 1 - W without cancellation
        double root = Math.sqrt(weights * squares);
        double oneMinusW = (root - product) * (root + product) / (weights * squares);
        double w = 1 - oneMinusW;
        return new ShapiroWilk(w, probability(n, w, oneMinusW));
    }

    private static double[] coefficients(int n) {
        int half = n / 2;
        double[] a = new double[half];
        if (n == LEAST) {
            a[0] = Math.sqrt(0.5);
            return a;
        }
        double[] m = new double[half];
        double sum = 0;
        for (int i = 0; i < half; i++) {
            m[i] = Normal.quantile((i + 1 - 0.375) / (n + 0.25));
            sum += 2 * m[i] * m[i];
        }
        double length = Math.sqrt(sum);
        double r = 1 / Math.sqrt(n);
        double first = polynomial(C1, r) - m[0] / length;
        int next;
        double factor;
        if (n > 5) {
            double second = -m[1] / length + polynomial(C2, r);
            factor = Math.sqrt(
                    (sum - 2 * m[0] * m[0] - 2 * m[1] * m[1]) / (1 - 2 * first * first - 2 * second * second));
            a[1] = second;
            next = 2;
        } else {
            factor = Math.sqrt((sum - 2 * m[0] * m[0]) / (1 - 2 * first * first));
            next = 1;
        }
        a[0] = first;
        for (int i = next; i < half; i++) {
            a[i] = -m[i] / factor;
        }
        return a;
    }

    private static double probability(int n, double w, double oneMinusW) {
        if (n == LEAST) {
            double p = 6 / Math.PI * (Math.asin(Math.sqrt(w)) - Math.asin(Math.sqrt(0.75)));
            return Math.max(0, p);
        }
        double y = Math.log(oneMinusW);
        double logN = Math.log(n);
        double mean;
        double sd;
        if (n <= 11) {
            double gamma = polynomial(G, n);
            if (y >= gamma) {
                return 1e-99;
            }
            y = -Math.log(gamma - y);
            mean = polynomial(C3, n);
            sd = Math.exp(polynomial(C4, n));
        } else {
            mean = polynomial(C5, logN);
            sd = Math.exp(polynomial(C6, logN));
        }
        return Normal.above((y - mean) / sd);
    }

    private static double polynomial(double[] c, double x) {
        double sum = 0;
        for (int i = c.length - 1; i >= 0; i--) {
            sum = sum * x + c[i];
        }
        return sum;
    }
}
