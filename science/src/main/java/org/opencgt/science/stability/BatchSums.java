package org.opencgt.science.stability;

import org.opencgt.science.statistics.Mean;

/** Means and sums of squares about them, of one batch or of all. */
record BatchSums(int n, double meanX, double meanY, double sxx, double sxy, double syy) {

    static BatchSums of(double[] x, double[] y) {
        int n = x.length;
        double meanX = Mean.of(x);
        double meanY = Mean.of(y);
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

    double slope() {
        return sxy / sxx;
    }
}
