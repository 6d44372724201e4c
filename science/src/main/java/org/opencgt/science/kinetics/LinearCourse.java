package org.opencgt.science.kinetics;

/** A curve of straight lines through at least one point, looked at against a level. */
final class LinearCourse {

    private final double[] t;
    private final double[] y;

    LinearCourse(double[] t, double[] y) {
        this.t = t;
        this.y = y;
    }

    /** Area between the curve and zero. */
    double area() {
        double area = 0;
        for (int i = 1; i < t.length; i++) {
            area += Trapezoid.linearArea(t[i - 1], y[i - 1], t[i], y[i]);
        }
        return area;
    }

    /** Area of what lies above a level. */
    double areaAbove(double level) {
        double area = 0;
        for (int i = 1; i < t.length; i++) {
            double a = y[i - 1] - level;
            double b = y[i] - level;
            double width = (t[i] - t[i - 1]) * partAbove(a, b);
            area += width * (Math.max(a, 0) + Math.max(b, 0)) / 2;
        }
        return area;
    }

    /** How long the curve is above a level. */
    double timeAbove(double level) {
        double time = 0;
        for (int i = 1; i < t.length; i++) {
            time += (t[i] - t[i - 1]) * partAbove(y[i - 1] - level, y[i] - level);
        }
        return time;
    }

    /** The part of a step on which a line from a to b is above zero. */
    private static double partAbove(double a, double b) {
        double high = Math.max(a, b);
        double low = Math.min(a, b);
        return low >= 0 ? (high > 0 ? 1 : 0) : high <= 0 ? 0 : high / (high - low);
    }

    /** When the curve first comes down to a level after a time at which it has a point; NaN if it does not. */
    double returnTo(double level, double after) {
        for (int i = 1; i < t.length; i++) {
            if (t[i - 1] >= after && y[i - 1] > level && y[i] <= level) {
                return t[i - 1] + (t[i] - t[i - 1]) * (y[i - 1] - level) / (y[i - 1] - y[i]);
            }
        }
        return Double.NaN;
    }
}
