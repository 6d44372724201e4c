package org.opencgt.science.kinetics;

/**
 * Least squares of ln c on t, point by point. Means and sums of squares about them are carried along (Welford 1962), so that
 * adding a point costs the same however many there are, and late times do not cancel digits.
 */
final class LogLine {

    /** What rounding leaves of a residual, relative to the sum of squares. */
    private static final double ROUNDING = 1e-12;

    private int n;
    private double meanT;
    private double meanY;
    private double stt;
    private double sty;
    private double syy;

    void add(double t, double lnC) {
        n++;
        double dt = t - meanT;
        double dy = lnC - meanY;
        double share = 1.0 / n;
        meanT += dt * share;
        meanY += dy * share;
        stt += dt * (t - meanT);
        sty += dt * (lnC - meanY);
        syy += dy * (lnC - meanY);
    }

    int n() {
        return n;
    }

    boolean falls() {
        return sty < 0;
    }

    double slope() {
        return sty / stt;
    }

    double at(double t) {
        return meanY + slope() * (t - meanT);
    }

    /** Sum of squares of t about its mean. */
    double spread() {
        return stt;
    }

    /** Residual sum of squares. */
    double residual() {
        return Math.max(0, syy - sty * sty / stt);
    }

    /** Pearson's r. */
    double correlation() {
        return sty / Math.sqrt(stt * syy);
    }

    /** Whether all points lie on the line but for rounding. */
    boolean isExact() {
        return residual() <= ROUNDING * syy;
    }

    /** 1 - RSS/TSS; NaN if all values are equal. */
    double rSquared() {
        return syy > 0 ? Math.min(1, sty / stt * (sty / syy)) : Double.NaN;
    }

    /** 1 - (1 - r²)(n - 1)/(n - 2); NaN for fewer than three points. */
    double adjustedRSquared() {
        return n > 2 ? 1 - (1 - rSquared()) * (n - 1) / (n - 2) : Double.NaN;
    }
}
