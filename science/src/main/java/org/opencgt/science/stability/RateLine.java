package org.opencgt.science.stability;

/** A straight line through points, with its residual variance. */
record RateLine(FittedLine line, int df, double rSquared) {

    private static final double ROUNDINGS = 32;

    /** x must not be all alike. */
    static RateLine fit(double[] x, double[] y) {
        BatchSums sums = BatchSums.of(x, y);
        int df = sums.n() - 2;
        FittedLine plain = new FittedLine(
                sums.meanX(), sums.meanY(), sums.slope(), 1.0 / sums.n(), 1 / sums.sxx(), Double.NaN, df);
        double rss = 0;
        double most = 0;
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            double residual = y[i] - plain.at(x[i]);
            rss += residual * residual;
            most = Math.max(most, Math.abs(residual));
            largest = Math.max(largest, Math.abs(y[i]));
        }
        if (most <= ROUNDINGS * Math.ulp(1.0) * largest) {
            rss = 0;
        }
        FittedLine line = new FittedLine(
                plain.centre(),
                plain.level(),
                plain.slope(),
                plain.levelFactor(),
                plain.slopeFactor(),
                df > 0 ? Math.sqrt(rss / df) : Double.NaN,
                df);
        return new RateLine(line, df, sums.syy() > 0 ? 1 - rss / sums.syy() : Double.NaN);
    }

    boolean isPerfect() {
        return line.sigma() == 0;
    }
}
