package org.opencgt.science.kinetics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.survival.KaplanMeier;
import org.opencgt.science.survival.KaplanMeier.Estimate;
import org.opencgt.science.survival.KaplanMeier.Quantile;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How long the cells of a group stay detectable: the Kaplan-Meier estimate at one time. The event is the loss of the cells, see
 * {@link Loss}; a subject whose last sample is still quantifiable is censored there. Subjects in whom the cells were never
 * quantifiable are counted apart.
 *
 * @param group empty if there are none
 * @param months the time in months of 365.25/12 days; NaN where another time was asked for
 * @param subjects in whom the cells were quantifiable at least once
 * @param losses how many of them have lost the cells by the end of their follow-up
 * @param neverQuantified subjects in whom the cells never were
 * @param atRisk subjects followed up to the time or longer, with cells
 * @param probability that the cells are still detectable at the time
 * @param lower log-log limit; NaN before the first loss
 * @param median time by which half have lost the cells; NaN if it is not reached
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Persistence(
        @JsonInclude(Include.NON_EMPTY) String group,
        double months,
        double time,
        int subjects,
        int losses,
        int neverQuantified,
        int atRisk,
        double probability,
        double lower,
        double upper,
        double median,
        double medianLower,
        double medianUpper)
        implements Result {

    /** When cells count as lost. The truth lies between the last quantified sample and the next one. */
    public enum Loss {
        /** At the first sample below the limit after the last quantified one. */
        FIRST_BELOW_LIMIT,
        /** Half-way between the two. */
        MIDPOINT,
        /** At the last quantified sample. */
        LAST_QUANTIFIED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The follow-up of those subjects of a group in whom the cells were quantifiable. */
    public record FollowUp(double[] times, boolean[] lost, int neverQuantified) {

        /** Of curves after a dose at time zero. */
        public static FollowUp of(List<Curve> curves, Loss loss) {
            List<Curve> seen = curves.stream()
                    .filter(curve -> curve.lastQuantified() >= 0 && curve.time(curve.lastQuantified()) > 0)
                    .toList();
            double[] times = new double[seen.size()];
            boolean[] lost = new boolean[times.length];
            for (int i = 0; i < times.length; i++) {
                Curve curve = seen.get(i);
                int last = curve.lastQuantified();
                lost[i] = last + 1 < curve.size();
                double next = lost[i] ? curve.time(last + 1) : curve.time(last);
                times[i] = switch (loss) {
                    case FIRST_BELOW_LIMIT -> next;
                    case MIDPOINT -> (curve.time(last) + next) / 2;
                    case LAST_QUANTIFIED -> curve.time(last);
                };
            }
            return new FollowUp(times, lost, curves.size() - times.length);
        }

        /**
         * The curve of those who are followed.
         *
         * @throws BadInput if there is nobody
         */
        public KaplanMeier estimate(double confidence) {
            return KaplanMeier.of(times, lost, confidence);
        }
    }

    /**
     * Estimates at some months, for each group, groups in order.
     *
     * @throws BadInput if the cells were never quantifiable in anybody of a group, or a month is not positive
     */
    public static List<Persistence> of(
            List<Curve> curves, List<Double> months, Units units, Loss loss, double confidence) {
        List<Persistence> rows = new ArrayList<>();
        Groups.of(curves, Curve::group).forEach((group, own) -> {
            FollowUp followed = FollowUp.of(own, loss);
            if (followed.times.length == 0) {
                throw Fault.of(KineticsFault.NEVER_QUANTIFIED)
                        .with("group", group.isEmpty() ? "*" : group)
                        .asException();
            }
            KaplanMeier curve = followed.estimate(confidence);
            for (double month : months) {
                Check.positive(KineticsQuantity.MONTHS, month);
                rows.add(row(group, month, units.months(month), followed, curve));
            }
        });
        return List.copyOf(rows);
    }

    private static Persistence row(String group, double month, double time, FollowUp followed, KaplanMeier curve) {
        Estimate estimate = curve.at(time);
        Quantile median = curve.quantile(0.5);
        return new Persistence(
                group,
                month,
                time,
                followed.times.length,
                curve.events(),
                followed.neverQuantified,
                estimate.atRisk(),
                // Beyond the longest follow-up of somebody with cells the estimate is not known.
                isKnown(curve, time) ? estimate.probability() : Double.NaN,
                isKnown(curve, time) ? estimate.lower() : Double.NaN,
                isKnown(curve, time) ? estimate.upper() : Double.NaN,
                median.time(),
                median.lower(),
                median.upper());
    }

    private static boolean isKnown(KaplanMeier curve, double time) {
        Estimate end = curve.at(curve.size() - 1);
        return time <= end.time() || end.probability() == 0;
    }
}
