package org.opencgt.science.stability;

/** Means and sums of squares about them, of one batch or of all. */
record BatchSums(int n, double meanX, double meanY, double sxx, double sxy, double syy) {

    static BatchSums of(double[] x, double[] y) {
        int n = x.length;
        double meanX = mean(x);
        double meanY = mean(y);
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        for (int i = 0; i < n; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            sxx += dx * dx;
            sxy += dx * dy;
            syy += dy * dy;
        }
        return new BatchSums(n, meanX, meanY, sxx, sxy, syy);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double first = sum / values.length;
        double rest = 0;
        for (double value : values) {
            rest += value - first;
        }
        return first + rest / values.length;
    }

    double slope() {
        return sxy / sxx;
    }
}
