package org.opencgt.science.kinetics;

import java.util.OptionalDouble;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.table.Numbers;

/**
 * A stretch of time, in the unit of the samples.
 *
 * @param end later than {@code start}; may be infinite
 */
public record Interval(double start, double end) {

    /** From the dose on, without an end. */
    public static final Interval FROM_DOSE = new Interval(0, Double.POSITIVE_INFINITY);

    public Interval {
        if (!Double.isFinite(start) || !(end > start)) {
            throw unusable(start + ":" + end);
        }
    }

    /**
     * Reads {@code START:END}, where the end may be {@code inf}.
     *
     * @throws BadInput if it is not written so, or does not end after its start
     */
    public static Interval parse(String text) {
        String[] sides = text.strip().split(":", -1);
        OptionalDouble start = Numbers.parse(sides[0]);
        OptionalDouble end = sides.length != 2
                ? OptionalDouble.empty()
                : sides[1].strip().equalsIgnoreCase("inf")
                        ? OptionalDouble.of(Double.POSITIVE_INFINITY)
                        : Numbers.parse(sides[1]);
        if (start.isEmpty() || end.isEmpty() || !(end.getAsDouble() > start.getAsDouble())) {
            throw unusable(text);
        }
        return new Interval(start.getAsDouble(), end.getAsDouble());
    }

    private static BadInput unusable(String text) {
        return Fault.of(KineticsFault.UNUSABLE_INTERVAL).with("text", text).asException();
    }

    boolean contains(double time) {
        return time >= start && time <= end;
    }

    /** As written in names of results: {@code 0_28}. */
    String name() {
        return number(start) + "_" + number(end);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    @Override
    public String toString() {
        return number(start) + ":" + (Double.isInfinite(end) ? "inf" : number(end));
    }
}
