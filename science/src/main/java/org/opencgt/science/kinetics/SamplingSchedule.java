package org.opencgt.science.kinetics;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.opencgt.science.Check;
import org.opencgt.science.Result;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Whether planned sampling times can show the kinetics that are expected: samples before the dose, densely after it, in each phase,
 * and long enough after the peak for a terminal half-life.
 *
 * @param nadir expected end of distribution
 * @param peak expected time of the peak
 * @param knot expected beginning of persistence
 * @param end until when the cells are expected to be detectable
 * @param perPhase least number of samples in each phase
 * @param early least number of samples in the first 72 hours
 */
@RecordBuilder
public record SamplingSchedule(double nadir, double peak, double knot, double end, int perPhase, int early, Units units)
        implements SamplingScheduleBuilder.With {

    private static final double EARLY_DAYS = 3;

    /** The last visit may be so much early, relative to the end of follow-up. */
    private static final double FOLLOW_UP = 0.1;

    /** A terminal slope needs three samples after the peak. */
    private static final int TERMINAL = 3;

    public SamplingSchedule {
        Check.notNegative(KineticsQuantity.TIME, nadir);
        Check.positive(KineticsQuantity.TIME, peak - nadir);
        Check.positive(KineticsQuantity.TIME, knot - peak);
        Check.positive(KineticsQuantity.TIME, end - knot);
    }

    /** What is expected of CAR-T cells: nadir on day 2, peak on day 10, persistence from day 35, followed for a year. */
    public static SamplingSchedule withDefaults(Units units) {
        return new SamplingSchedule(units.days(2), units.days(10), units.days(35), units.days(365), 2, 3, units);
    }

    /** What is missing from a schedule. */
    public enum Gap {
        /** No sample before the dose. */
        NO_PREDOSE,
        /** Fewer samples in the first 72 hours than asked for. */
        FEW_EARLY,
        /** Fewer samples in the phase than asked for. */
        FEW_IN_PHASE,
        /** Fewer than three samples after the peak. */
        FEW_AFTER_PEAK,
        /** Sampling ends before the cells are expected to be gone. */
        ENDS_EARLY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One part of a schedule.
     *
     * @param part {@code predose}, {@code early}, a phase, {@code terminal} or {@code follow-up}
     * @param samples planned in it
     * @param needed at least
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Coverage(String part, double from, double to, int samples, int needed, List<Gap> gaps)
            implements Result {}

    /** The parts of a schedule with what is missing in each. */
    public List<Coverage> cover(double[] times) {
        double[] planned = Arrays.stream(times)
                .map(time -> Check.finite(KineticsQuantity.TIME, time))
                .distinct()
                .sorted()
                .toArray();
        List<Coverage> parts = new ArrayList<>();
        parts.add(part("predose", planned, Double.NEGATIVE_INFINITY, 0, 1, Gap.NO_PREDOSE));
        parts.add(part("early", planned, 0, units.days(EARLY_DAYS), early, Gap.FEW_EARLY));
        if (nadir > 0) {
            parts.add(part("distribution", planned, 0, nadir, perPhase, Gap.FEW_IN_PHASE));
        }
        parts.add(part("expansion", planned, nadir, peak, perPhase, Gap.FEW_IN_PHASE));
        parts.add(part("contraction", planned, peak, knot, perPhase, Gap.FEW_IN_PHASE));
        parts.add(part("persistence", planned, knot, end, perPhase, Gap.FEW_IN_PHASE));
        parts.add(part("terminal", planned, peak, Double.POSITIVE_INFINITY, TERMINAL, Gap.FEW_AFTER_PEAK));
        parts.add(part("follow-up", planned, end * (1 - FOLLOW_UP), Double.POSITIVE_INFINITY, 1, Gap.ENDS_EARLY));
        return List.copyOf(parts);
    }

    private static Coverage part(String name, double[] times, double after, double to, int needed, Gap gap) {
        int samples = (int)
                Arrays.stream(times).filter(time -> time > after && time <= to).count();
        Set<Gap> gaps = EnumSet.noneOf(Gap.class);
        if (samples < needed) {
            gaps.add(gap);
        }
        return new Coverage(
                name,
                Double.isInfinite(after) ? Double.NaN : after,
                Double.isInfinite(to) ? Double.NaN : to,
                samples,
                needed,
                List.copyOf(gaps));
    }
}
