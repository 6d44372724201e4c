package org.opencgt.science.report;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis of a plot.
 *
 * @param label with its unit
 */
public record Axis(String label, Scale scale) {

    /** How values are placed. */
    public enum Scale {
        LINEAR,
        /** By logarithm; only values above zero are drawn. */
        LOG
    }

    public static Axis linear(String label) {
        return new Axis(label, Scale.LINEAR);
    }

    public static Axis log(String label) {
        return new Axis(label, Scale.LOG);
    }

    boolean shows(double value) {
        return Double.isFinite(value) && (scale == Scale.LINEAR || value > 0);
    }

    /** A stretch of the axis, with marks at round values. */
    record Range(Scale scale, double from, double to) {

        /** Where a value lies: 0 at the beginning, 1 at the end. */
        double place(double value) {
            return scale == Scale.LOG
                    ? (Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from))
                    : (value - from) / (to - from);
        }

        /** Values that get a number. */
        List<Double> marks(int most) {
            return scale == Scale.LOG ? decades(most) : round(most);
        }

        private List<Double> decades(int most) {
            List<Double> marks = new ArrayList<>();
            int first = (int) Math.ceil(Math.log10(from) - 1e-9);
            int last = (int) Math.floor(Math.log10(to) + 1e-9);
            int step = 1 + (last - first) / Math.max(1, most);
            for (int power = first; power <= last; power += step) {
                marks.add(Math.pow(10, power));
            }
            return marks;
        }

        private List<Double> round(int most) {
            List<Double> marks = new ArrayList<>();
            double step = step((to - from) / most);
            for (double k = Math.ceil(from / step - 1e-9); k * step <= to + 1e-9 * step; k++) {
                marks.add(k * step + 0.0); // no negative zero
            }
            return marks;
        }

        /** The smallest of 1, 2 and 5 times a power of ten that is not below {@code least}. */
        private static double step(double least) {
            double power = Math.pow(10, Math.floor(Math.log10(least)));
            for (double factor : new double[] {1, 2, 5, 10}) {
                if (factor * power >= least * (1 - 1e-9)) {
                    return factor * power;
                }
            }
            return 10 * power;
        }
    }

    /** The range that shows all values: to whole decades, or with zero if that is near, and a little room. */
    Range range(double lowest, double highest) {
        if (lowest > highest) {
            return new Range(scale, scale == Scale.LOG ? 1 : 0, 10); // nothing to show
        }
        if (scale == Scale.LOG) {
            double from = Math.pow(10, Math.floor(Math.log10(lowest) + 1e-9));
            double to = Math.pow(10, Math.ceil(Math.log10(highest) - 1e-9));
            return new Range(scale, from, to > from ? to : 10 * from);
        }
        double from = lowest >= 0 && lowest < 0.5 * highest ? 0 : lowest;
        double room = highest > from ? 0.03 * (highest - from) : Math.max(1, Math.abs(highest)) / 2;
        return new Range(scale, from == 0 ? 0 : from - room, highest + room);
    }
}
