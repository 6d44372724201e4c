package org.opencgt.science.kinetics;

import org.jspecify.annotations.Nullable;

/**
 * A curve as it is integrated, after the {@link BelowLimitRule}: every point counts as it stands.
 */
final class Course {

    private final double[] t;
    private final double[] c;
    private final int size;
    /** Time of the last sample that was quantified; NaN if none was. */
    private final double tlast;
    /** Time of the first largest value; NaN if all are zero. */
    private final double tmax;
    /** Index of the last value above zero, measured or replaced; -1 if all are zero. */
    private final int lastPositive;

    /** What has been asked for of ln c; zero where nothing has. */
    private double @Nullable [] logs;

    private Course(double[] t, double[] c, int size, double tlast) {
        this.t = t;
        this.c = c;
        this.size = size;
        this.tlast = tlast;
        double highest = 0;
        double peakTime = Double.NaN;
        int last = -1;
        for (int i = 0; i < size; i++) {
            if (c[i] > highest) {
                highest = c[i];
                peakTime = t[i];
            }
            if (c[i] > 0) {
                last = i;
            }
        }
        this.tmax = peakTime;
        this.lastPositive = last;
    }

    static final class Builder {
        private final double[] t;
        private final double[] c;
        private int size;

        Builder(int capacity) {
            t = new double[capacity];
            c = new double[capacity];
        }

        void add(double time, double value) {
            t[size] = time;
            c[size] = value;
            size++;
        }

        Course build(double tlast) {
            return new Course(t, c, size, tlast);
        }
    }

    /** How the curve goes on after its last value above zero, for an area over an interval. */
    sealed interface Tail {
        /** It is zero. */
        record Zero() implements Tail {}

        /** A straight line to the next sample, then zero. */
        record Triangle() implements Tail {}

        /** An exponential from {@code c} at Tlast; unknown if the rate is NaN. */
        record Exponential(double c, double rate) implements Tail {}
    }

    int size() {
        return size;
    }

    double time(int i) {
        return t[i];
    }

    double value(int i) {
        return c[i];
    }

    /** ln c of a point above zero. */
    double logValue(int i) {
        if (logs == null) {
            logs = new double[size];
        }
        // A logarithm of exactly zero is taken again each time, which is right and rare.
        if (logs[i] == 0) {
            logs[i] = Math.log(c[i]);
        }
        return logs[i];
    }

    double tlast() {
        return tlast;
    }

    /** Whether a point may belong to the terminal slope. */
    boolean isTerminal(int i) {
        return c[i] > 0 && t[i] <= tlast;
    }

    /** Whether all points that may belong to the terminal slope have one value. */
    boolean isConstant() {
        double one = Double.NaN;
        for (int i = 0; i < size; i++) {
            if (isTerminal(i)) {
                if (!Double.isNaN(one) && c[i] != one) {
                    return false;
                }
                one = c[i];
            }
        }
        return !Double.isNaN(one);
    }

    boolean isAllZero() {
        return lastPositive < 0;
    }

    boolean startsAt(double time) {
        return size > 0 && t[0] == time;
    }

    /** The same points and one more at a time at which there is none. */
    Course with(double time, double value) {
        Builder more = new Builder(size + 1);
        int i = 0;
        for (; i < size && t[i] < time; i++) {
            more.add(t[i], c[i]);
        }
        more.add(time, value);
        for (; i < size; i++) {
            more.add(t[i], c[i]);
        }
        return more.build(tlast);
    }

    /** Area, and moment about time zero, up to Tlast. */
    double[] areaAndMomentToLast(AucRule rule) {
        double area = 0;
        double moment = 0;
        for (int i = 1; i < size && t[i] <= tlast; i++) {
            if (rule.isLogarithmic(c[i - 1], c[i], t[i], tmax)) {
                area += Trapezoid.logArea(t[i - 1], c[i - 1], t[i], c[i]);
                moment += Trapezoid.logMoment(t[i - 1], c[i - 1], t[i], c[i]);
            } else {
                area += Trapezoid.linearArea(t[i - 1], c[i - 1], t[i], c[i]);
                moment += Trapezoid.linearMoment(t[i - 1], c[i - 1], t[i], c[i]);
            }
        }
        return new double[] {area, moment};
    }

    /** The triangle from Tlast to the next point; zero if there is none. */
    double triangleAfterLast() {
        for (int i = 1; i < size; i++) {
            if (t[i - 1] == tlast) {
                return Trapezoid.linearArea(t[i - 1], c[i - 1], t[i], c[i]);
            }
        }
        return 0;
    }

    /**
     * Area over an interval with finite ends. Where an end falls between two points the curve is interpolated by the rule;
     * before the first point it rises from zero at the start of the interval; after the last value above zero it goes on as
     * the tail says. Points with value zero inside the interval are zero, so a fall to one is a straight line.
     */
    double areaOver(Interval interval, AucRule rule, Tail tail) {
        if (size == 0) {
            return Double.NaN;
        }
        if (isAllZero()) {
            return 0;
        }
        double from = interval.start();
        double to = interval.end();
        boolean exponential = tail instanceof Tail.Exponential;
        double end = exponential ? tlast : t[lastPositive];
        double lastPoint = exponential ? Math.min(to, end) : to;
        int next = firstAfter(from);
        double time = from;
        double value = from <= end ? interpolated(from, next, rule) : triangle(from, tail);
        double area = 0;
        for (; next < size && t[next] <= lastPoint; next++) {
            area += step(time, value, t[next], c[next], rule);
            time = t[next];
            value = c[next];
        }
        if (time < to && to <= end) {
            area += step(time, value, to, interpolated(to, next, rule), rule);
        } else if (time < to && next < size && tail instanceof Tail.Triangle) {
            area += Trapezoid.linearArea(time, value, to, triangle(to, tail));
        }
        return tail instanceof Tail.Exponential(double clast, double rate) && to > end
                ? area + exponentialArea(clast, rate, Math.max(from, end) - end, to - end)
                : area;
    }

    private int firstAfter(double time) {
        int next = 0;
        while (next < size && t[next] <= time) {
            next++;
        }
        return next;
    }

    private double step(double t1, double c1, double t2, double c2, AucRule rule) {
        return rule.isLogarithmic(c1, c2, t2, tmax)
                ? Trapezoid.logArea(t1, c1, t2, c2)
                : Trapezoid.linearArea(t1, c1, t2, c2);
    }

    private static double exponentialArea(double clast, double rate, double from, double to) {
        return clast * Math.exp(-rate * from) * -Math.expm1(-rate * (to - from)) / rate;
    }

    /** The value at a time that is not after the last point. */
    double valueAt(double time, AucRule rule) {
        return isAllZero()
                ? 0
                : time <= t[lastPositive]
                        ? interpolated(time, firstAfter(time), rule)
                        : triangle(time, new Tail.Triangle());
    }

    /**
     * The value at a time not after the last value above zero; zero before the first point.
     *
     * @param next the first point after the time
     */
    private double interpolated(double time, int next, AucRule rule) {
        if (next == 0) {
            return 0;
        }
        int i = next - 1;
        if (t[i] == time) {
            return c[i];
        }
        return rule.isLogarithmic(c[i], c[next], t[next], tmax)
                ? Trapezoid.logValue(t[i], c[i], t[next], c[next], time)
                : Trapezoid.linearValue(t[i], c[i], t[next], c[next], time);
    }

    /** The value at a time after the last value above zero: on the line to the next point, which is zero, or zero. */
    private double triangle(double time, Tail tail) {
        int next = lastPositive + 1;
        return tail instanceof Tail.Triangle && next < size && time < t[next]
                ? Trapezoid.linearValue(t[lastPositive], c[lastPositive], t[next], c[next], time)
                : 0;
    }
}
