package org.opencgt.science.statistics;

/** The arithmetic mean in two passes: the second takes up what rounding left. */
public final class Mean {

    private Mean() {}

    /** NaN of no values. */
    public static double of(double[] values) {
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
}
