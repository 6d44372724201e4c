package org.opencgt.science.kinetics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;

/**
 * The samples of one subject in order of time. A result below the limit of quantification has the value zero, as have
 * measured zeros; missing results are left out and counted.
 */
public final class Curve {

    private static final double[] NONE = {};

    private final String subject;
    private final String group;
    private final double[] times;
    private final double[] values;
    private final double[] limits;
    private final double[] missingTimes;
    private final int missing;
    private final boolean sortedAsGiven;

    private Curve(
            String subject,
            String group,
            double[] times,
            double[] values,
            double[] limits,
            double[] missingTimes,
            int missing,
            boolean sortedAsGiven) {
        this.subject = subject;
        this.group = group;
        this.times = times;
        this.values = values;
        this.limits = limits;
        this.missingTimes = missingTimes;
        this.missing = missing;
        this.sortedAsGiven = sortedAsGiven;
    }

    /**
     * A curve without a known limit of quantification.
     *
     * @param times since the dose, in any order and any one unit
     * @param values zero where below the limit of quantification, NaN where missing
     * @throws BadInput if a time is not finite or occurs twice, or a value is negative or infinite
     */
    public static Curve of(String subject, double[] times, double[] values) {
        return of(subject, times, values, Double.NaN);
    }

    /**
     * A curve with one limit of quantification.
     *
     * @param limit values below it count as not quantified; NaN if it is not known
     * @throws BadInput as {@link #of(String, double[], double[])}, or if the limit is not positive
     */
    public static Curve of(String subject, double[] times, double[] values, double limit) {
        double[] limits = new double[times.length];
        Arrays.fill(limits, limit);
        return of(subject, "", times, values, limits);
    }

    /**
     * A curve whose samples each have their limit of quantification.
     *
     * @param group to which the subject belongs; empty if to none
     * @param limits values below them count as not quantified; NaN where not known
     * @throws BadInput as {@link #of(String, double[], double[], double)}
     */
    public static Curve of(String subject, String group, double[] times, double[] values, double[] limits) {
        if (times.length != values.length || times.length != limits.length) {
            throw Fault.of(KineticsFault.UNEQUAL_LENGTHS)
                    .with("subject", subject)
                    .with("times", times.length)
                    .with("values", values.length)
                    .asException();
        }
        int size = 0;
        boolean sorted = true;
        double[] t = new double[times.length];
        double[] c = new double[times.length];
        double[] lloq = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            if (Double.isNaN(values[i])) {
                continue;
            }
            double time = times[i];
            if (!Double.isFinite(time)) {
                Check.finite(KineticsQuantity.TIME, time);
            }
            double value = quantified(values[i], limits[i]);
            // Insertion: files are nearly always sorted, and curves are short.
            int at = size++;
            while (at > 0 && t[at - 1] > time) {
                t[at] = t[at - 1];
                c[at] = c[at - 1];
                lloq[at] = lloq[at - 1];
                at--;
                sorted = false;
            }
            if (at > 0 && t[at - 1] == time) {
                throw Fault.of(KineticsFault.DUPLICATE_TIME)
                        .with("subject", subject)
                        .with("time", time)
                        .asException();
            }
            t[at] = time;
            c[at] = value;
            lloq[at] = limits[i];
        }
        int missing = times.length - size;
        return new Curve(
                subject,
                group,
                fitted(t, size),
                fitted(c, size),
                fitted(lloq, size),
                missing == 0 ? NONE : missingTimes(times, values),
                missing,
                sorted);
    }

    private static double[] missingTimes(double[] times, double[] values) {
        return IntStream.range(0, times.length)
                .filter(i -> Double.isNaN(values[i]) && Double.isFinite(times[i]))
                .mapToDouble(i -> times[i])
                .sorted()
                .toArray();
    }

    private static double quantified(double value, double limit) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            Check.notNegative(KineticsQuantity.CONCENTRATION, value);
        }
        if (limit <= 0) {
            Check.positive(KineticsQuantity.LIMIT, limit);
        }
        return value < limit ? 0 : value;
    }

    private static double[] fitted(double[] values, int size) {
        return values.length == size ? values : Arrays.copyOf(values, size);
    }

    /** The same samples with times counted from {@code start}. */
    Curve countedFrom(double start) {
        if (start == 0) {
            return this;
        }
        double[] counted = times.clone();
        for (int i = 0; i < counted.length; i++) {
            counted[i] -= start;
        }
        double[] gaps = Arrays.stream(missingTimes).map(time -> time - start).toArray();
        return new Curve(subject, group, counted, values, limits, gaps, missing, sortedAsGiven);
    }

    /** This curve divided by another, at the times at which both are quantified. */
    public Curve dividedBy(Curve other) {
        int size = 0;
        double[] t = new double[times.length];
        double[] ratio = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            int same = Arrays.binarySearch(other.times, times[i]);
            if (same >= 0 && values[i] > 0 && other.values[same] > 0) {
                t[size] = times[i];
                ratio[size++] = values[i] / other.values[same];
            }
        }
        double[] unknown = new double[size];
        Arrays.fill(unknown, Double.NaN);
        return new Curve(subject, group, fitted(t, size), fitted(ratio, size), unknown, NONE, 0, true);
    }

    /** The last sample before a dose and those up to the next one, with times counted from the dose. */
    Curve afterDose(double dose, double next) {
        double before = Double.NEGATIVE_INFINITY;
        for (double time : times) {
            before = time < dose ? time : before;
        }
        return within(before == Double.NEGATIVE_INFINITY ? dose : before, next).countedFrom(dose);
    }

    /** The samples up to a time. */
    public Curve upTo(double time) {
        return within(Double.NEGATIVE_INFINITY, time);
    }

    /** The samples from one time to another, both included; this curve if these are all. */
    Curve within(double from, double to) {
        int first = 0;
        while (first < times.length && times[first] < from) {
            first++;
        }
        int end = times.length;
        while (end > first && times[end - 1] > to) {
            end--;
        }
        return end - first == times.length
                ? this
                : new Curve(
                        subject,
                        group,
                        Arrays.copyOfRange(times, first, end),
                        Arrays.copyOfRange(values, first, end),
                        Arrays.copyOfRange(limits, first, end),
                        Arrays.stream(missingTimes)
                                .filter(time -> time >= from && time <= to)
                                .toArray(),
                        missing,
                        sortedAsGiven);
    }

    public String subject() {
        return subject;
    }

    /** The group of the subject; empty if there is none. */
    public String group() {
        return group;
    }

    public int size() {
        return times.length;
    }

    public double time(int sample) {
        return times[sample];
    }

    /** The value of a sample; zero where it is below the limit of quantification. */
    public double value(int sample) {
        return values[sample];
    }

    public boolean isQuantified(int sample) {
        return values[sample] > 0;
    }

    /** The limit of quantification that held for a sample; NaN if it is not known. */
    public double limit(int sample) {
        return limits[sample];
    }

    /** How many results were missing and are left out. */
    public int missing() {
        return missing;
    }

    /** When the samples without a result were drawn, in order. */
    public double[] missingTimes() {
        return missingTimes.clone();
    }

    /** Whether the samples were given in order of time. */
    public boolean sortedAsGiven() {
        return sortedAsGiven;
    }

    /** The first sample with the largest value; -1 if none is quantified. */
    public int peak() {
        int peak = -1;
        double highest = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] > highest) {
                highest = values[i];
                peak = i;
            }
        }
        return peak;
    }

    /** The first quantified sample; -1 if there is none. */
    public int firstQuantified() {
        for (int i = 0; i < values.length; i++) {
            if (values[i] > 0) {
                return i;
            }
        }
        return -1;
    }

    /** The last quantified sample; -1 if there is none. */
    public int lastQuantified() {
        for (int i = values.length - 1; i >= 0; i--) {
            if (values[i] > 0) {
                return i;
            }
        }
        return -1;
    }
}
