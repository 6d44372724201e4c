package org.opencgt.science.kinetics;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.opencgt.science.Check;

/**
 * What a marker does after the dose: cytokines that peak, B cells that vanish, lymphocyte subsets. Its baseline is taken before
 * the dose; between samples it moves along straight lines, which begin at the baseline.
 *
 * @param baselineRule which samples make the baseline
 * @param threshold below which a marker counts as depleted, such as 50 B cells/µL; NaN if none is asked for
 */
@RecordBuilder
public record Pharmacodynamics(BaselineRule baselineRule, double threshold, Units units)
        implements PharmacodynamicsBuilder.With {

    /** Which samples at or before time zero make the baseline. */
    public enum BaselineRule {
        /** The last one. */
        LAST,
        /** The mean of all. */
        MEAN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Pharmacodynamics {
        if (!Double.isNaN(threshold)) {
            Check.positive(KineticsQuantity.THRESHOLD, threshold);
        }
    }

    /** The last value before the dose, and no threshold. */
    public static Pharmacodynamics withDefaults() {
        return new Pharmacodynamics(BaselineRule.LAST, Double.NaN, Units.UNKNOWN);
    }

    /** The response of one marker of one subject to a dose at time zero. */
    public MarkerResponse respond(Curve curve, String marker) {
        return new Response(curve, marker).result();
    }

    /** One curve on its way. */
    private final class Response {

        private final Curve curve;
        private final String marker;
        private final Set<MarkerFlag> flags = EnumSet.noneOf(MarkerFlag.class);
        /** The first sample after the dose. */
        private final int first;

        private final double baseline;
        private int peak = -1;
        private int nadir = -1;

        Response(Curve curve, String marker) {
            this.curve = curve;
            this.marker = marker;
            int after = 0;
            while (after < curve.size() && curve.time(after) <= 0) {
                after++;
            }
            this.first = after;
            this.baseline = baseline();
            for (int i = first; i < curve.size(); i++) {
                peak = peak < 0 || curve.value(i) > curve.value(peak) ? i : peak;
                nadir = nadir < 0 || curve.value(i) < curve.value(nadir) ? i : nadir;
            }
        }

        private double baseline() {
            if (first == 0) {
                flags.add(MarkerFlag.NO_BASELINE);
                return Double.NaN;
            }
            double sum = 0;
            for (int i = 0; i < first; i++) {
                sum += curve.value(i);
            }
            double value = baselineRule == BaselineRule.MEAN ? sum / first : curve.value(first - 1);
            flag(MarkerFlag.BASELINE_BELOW_LIMIT, value == 0);
            return value;
        }

        MarkerResponse result() {
            flag(MarkerFlag.NO_SAMPLE_AFTER_DOSE, peak < 0);
            flag(MarkerFlag.PEAK_AT_LAST_SAMPLE, peak >= 0 && peak == curve.size() - 1);
            LinearCourse course = course();
            boolean drawn = peak >= 0 && !Double.isNaN(baseline);
            Depletion depletion = depletion();
            return new MarkerResponse(
                    curve.subject(),
                    curve.group(),
                    marker,
                    baseline,
                    value(peak),
                    time(peak),
                    value(nadir),
                    time(nadir),
                    value(peak) - baseline,
                    fold(),
                    drawn ? course.area() : Double.NaN,
                    drawn ? course.areaAbove(baseline) : Double.NaN,
                    drawn ? course.timeAbove(baseline) : Double.NaN,
                    drawn ? course.returnTo(baseline, time(peak)) : Double.NaN,
                    depletion.from,
                    depletion.recovered,
                    depletion.duration,
                    curve.size() - first,
                    units,
                    List.copyOf(flags));
        }

        /** From the baseline at the dose through the samples after it. */
        private LinearCourse course() {
            int n = curve.size() - first;
            double[] t = new double[n + 1];
            double[] y = new double[n + 1];
            y[0] = baseline;
            for (int i = 0; i < n; i++) {
                t[i + 1] = curve.time(first + i);
                y[i + 1] = curve.value(first + i);
            }
            return new LinearCourse(t, y);
        }

        private double fold() {
            if (peak < 0 || Double.isNaN(baseline)) {
                return Double.NaN;
            }
            return value(peak) / (baseline > 0 ? baseline : curve.limit(first - 1));
        }

        private Depletion depletion() {
            double from = Double.NaN;
            double recovered = Double.NaN;
            for (int i = first; i < curve.size(); i++) {
                boolean below = curve.value(i) < threshold;
                if (below && Double.isNaN(from)) {
                    from = curve.time(i);
                } else if (!below && !Double.isNaN(from) && Double.isNaN(recovered)) {
                    recovered = curve.time(i);
                } else if (below && !Double.isNaN(recovered)) {
                    flags.add(MarkerFlag.DEPLETED_AGAIN);
                }
            }
            flag(MarkerFlag.DEPLETED_AT_BASELINE, baseline < threshold);
            boolean ongoing = !Double.isNaN(from) && Double.isNaN(recovered);
            flag(MarkerFlag.DEPLETION_ONGOING, ongoing);
            return new Depletion(from, recovered, (ongoing ? curve.time(curve.size() - 1) : recovered) - from);
        }

        private double value(int sample) {
            return sample < 0 ? Double.NaN : curve.value(sample);
        }

        private double time(int sample) {
            return sample < 0 ? Double.NaN : curve.time(sample);
        }

        private void flag(MarkerFlag flag, boolean holds) {
            if (holds) {
                flags.add(flag);
            }
        }
    }

    private record Depletion(double from, double recovered, double duration) {}
}
