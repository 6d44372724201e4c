package org.opencgt.science.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;

/**
 * The product-limit estimate of the probability that the event has not happened by t (Kaplan and Meier 1958),
 *
 * <pre>
 *   S(t)         = product over t_i &lt;= t of (1 - d_i/n_i)
 *   se(ln S(t))  = sqrt( sum over t_i &lt;= t of d_i / (n_i (n_i - d_i)) )              (Greenwood 1926)
 *   limits       = S^exp(+-z se/ln S)                                                (log-log; Borgan and Liestol 1990)
 * </pre>
 *
 * <p>At equal times events come before censorings; times that differ by less than 1.5e-8 of their size are equal.
 */
public final class KaplanMeier {

    private static final double SAME_TIME = Math.sqrt(Math.ulp(1.0));

    private final double[] times;
    private final int[] atRisk;
    private final int[] events;
    private final double[] survival;
    private final double[] standardError;
    private final double z;
    private final int subjects;

    /**
     * An estimate with its limits; NaN where these do not exist.
     *
     * @param standardError of {@code probability}
     */
    public record Estimate(
            double time, int atRisk, double probability, double standardError, double lower, double upper) {}

    private KaplanMeier(
            double[] times,
            int[] atRisk,
            int[] events,
            double[] survival,
            double[] standardError,
            double z,
            int subjects) {
        this.times = times;
        this.atRisk = atRisk;
        this.events = events;
        this.survival = survival;
        this.standardError = standardError;
        this.z = z;
        this.subjects = subjects;
    }

    /**
     * Estimates from times to the event or, where it has not happened, to the end of follow-up.
     *
     * @param happened whether the event happened at the time
     * @param confidence of all limits, such as 0.95
     * @throws BadInput if nobody is followed or a time is negative or missing
     */
    public static KaplanMeier of(double[] time, boolean[] happened, double confidence) {
        Check.fraction(SurvivalQuantity.CONFIDENCE, confidence);
        if (time.length != happened.length) {
            throw Fault.of(SurvivalFault.UNEQUAL_LENGTHS)
                    .with("times", time.length)
                    .with("events", happened.length)
                    .asException();
        }
        if (time.length == 0) {
            throw Fault.of(SurvivalFault.NOBODY).asException();
        }
        for (double one : time) {
            Check.notNegative(SurvivalQuantity.TIME, one);
        }
        int[] order = IntStream.range(0, time.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> time[i]))
                .mapToInt(i -> i)
                .toArray();
        int n = order.length;
        double[] times = new double[n];
        int[] atRisk = new int[n];
        int[] events = new int[n];
        double[] survival = new double[n];
        double[] error = new double[n];
        double s = 1;
        double variance = 0;
        int size = 0;
        for (int i = 0; i < n; size++) {
            times[size] = time[order[i]];
            atRisk[size] = n - i;
            while (i < n && time[order[i]] - times[size] <= SAME_TIME * time[order[i]]) {
                events[size] += happened[order[i]] ? 1 : 0;
                i++;
            }
            double d = events[size];
            double r = atRisk[size];
            s *= (r - d) / r;
            variance += d / (r * (r - d));
            survival[size] = s;
            error[size] = d == 0 && size == 0 ? 0 : Math.sqrt(variance);
        }
        double z = new NormalDistribution().inverseCumulativeProbability((1 + confidence) / 2);
        return new KaplanMeier(
                Arrays.copyOf(times, size),
                Arrays.copyOf(atRisk, size),
                Arrays.copyOf(events, size),
                Arrays.copyOf(survival, size),
                Arrays.copyOf(error, size),
                z,
                n);
    }

    public int subjects() {
        return subjects;
    }

    public int events() {
        return Arrays.stream(events).sum();
    }

    /** The number of different times. */
    public int size() {
        return times.length;
    }

    /** The estimate at one of the different times. */
    public Estimate at(int index) {
        return new Estimate(
                times[index],
                atRisk[index],
                survival[index],
                survival[index] * standardError[index],
                limit(index, -1),
                limit(index, 1));
    }

    /** The estimate at any time; nobody has had the event before the first of all times. */
    public Estimate at(double time) {
        int index = -1;
        while (index + 1 < times.length && times[index + 1] <= time) {
            index++;
        }
        int followed = index + 1 < times.length ? atRisk[index + 1] : 0;
        if (index >= 0 && times[index] == time) {
            followed = atRisk[index];
        }
        if (index < 0) {
            return new Estimate(time, followed, 1, 0, 1, 1);
        }
        Estimate last = at(index);
        return new Estimate(time, followed, last.probability, last.standardError, last.lower, last.upper);
    }

    /** The log-log limit of S at a time: {@code side} is -1 for the lower and 1 for the upper one. */
    private double limit(int index, int side) {
        double s = survival[index];
        if (s >= 1 || s <= 0) {
            return Double.NaN;
        }
        double log = Math.log(s);
        return Math.pow(s, Math.exp(side * z * standardError[index] / log));
    }

    /**
     * The earliest time by which a fraction p has had the event, with limits by those of S (Brookmeyer and Crowley 1982); NaN if
     * it is not reached. Where S is 1 - p exactly on a stretch, its middle.
     */
    public Quantile quantile(double p) {
        Check.fraction(SurvivalQuantity.PROBABILITY, p);
        double[] lower = new double[times.length];
        double[] upper = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            lower[i] = limit(i, -1);
            upper[i] = limit(i, 1);
        }
        return new Quantile(crossing(survival, 1 - p), crossing(lower, 1 - p), crossing(upper, 1 - p));
    }

    /** A time with its limits; NaN where one is not reached. */
    public record Quantile(double time, double lower, double upper) {}

    private double crossing(double[] curve, double level) {
        for (int i = 0; i < curve.length; i++) {
            if (curve[i] < level - SAME_TIME) {
                return times[i];
            }
            if (curve[i] <= level + SAME_TIME) {
                int next = i + 1;
                while (next < curve.length && !(curve[next] < level - SAME_TIME)) {
                    next++;
                }
                return (times[i] + times[Math.min(next, curve.length - 1)]) / 2;
            }
        }
        return Double.NaN;
    }
}
