package org.opencgt.science.kinetics;

/**
 * Two straight lines that meet, fitted by least squares: y = a + b t up to the knot and then with slope b + d. The knot is free:
 * for every place between two points the best pair of separate lines is the answer if they meet there, else the knot is at a
 * point (Hudson DJ. J Am Stat Assoc 1966;61:1097-129).
 *
 * @param knot where the lines meet
 * @param first slope up to the knot
 * @param second slope behind it
 * @param residual sum of squares
 */
record BrokenLine(double knot, double first, double second, double residual) {

    /** The best broken line with at least two points on each side, through at least four points. */
    static BrokenLine through(double[] t, double[] y) {
        int n = t.length;
        BrokenLine best = null;
        for (int k = 2; k <= n - 2; k++) {
            BrokenLine candidate = between(t, y, k);
            if (candidate == null) {
                BrokenLine left = hinged(t, y, t[k - 1]);
                BrokenLine right = hinged(t, y, t[k]);
                candidate = left.residual <= right.residual ? left : right;
            }
            best = best == null || candidate.residual < best.residual ? candidate : best;
        }
        if (best == null) {
            throw new IllegalArgumentException(n + " points are too few for a broken line");
        }
        return best;
    }

    /** Separate lines through the first k points and the others, if they meet between these; else null. */
    private static @org.jspecify.annotations.Nullable BrokenLine between(double[] t, double[] y, int k) {
        LogLine left = new LogLine();
        LogLine right = new LogLine();
        for (int i = 0; i < t.length; i++) {
            (i < k ? left : right).add(t[i], y[i]);
        }
        double knot = (right.at(0) - left.at(0)) / (left.slope() - right.slope());
        boolean meet = knot >= t[k - 1] && knot <= t[k];
        return meet ? new BrokenLine(knot, left.slope(), right.slope(), left.residual() + right.residual()) : null;
    }

    /** The best broken line with a given knot: regression on t and max(0, t - knot). */
    private static BrokenLine hinged(double[] t, double[] y, double knot) {
        int n = t.length;
        double mt = 0;
        double mh = 0;
        double my = 0;
        for (int i = 0; i < n; i++) {
            mt += t[i] / n;
            mh += Math.max(0, t[i] - knot) / n;
            my += y[i] / n;
        }
        double tt = 0;
        double th = 0;
        double hh = 0;
        double ty = 0;
        double hy = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            double dt = t[i] - mt;
            double dh = Math.max(0, t[i] - knot) - mh;
            double dy = y[i] - my;
            tt += dt * dt;
            th += dt * dh;
            hh += dh * dh;
            ty += dt * dy;
            hy += dh * dy;
            yy += dy * dy;
        }
        double determinant = tt * hh - th * th;
        double b = (ty * hh - hy * th) / determinant;
        double d = (hy * tt - ty * th) / determinant;
        return new BrokenLine(knot, b, b + d, Math.max(0, yy - b * ty - d * hy));
    }
}
