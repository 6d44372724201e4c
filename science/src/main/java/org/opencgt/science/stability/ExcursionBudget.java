package org.opencgt.science.stability;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.TextKey;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How much of what was studied a product has used up outside its storage range. Between two readings the temperature is taken to change
 * evenly, so the moment of crossing is known between readings too. An excursion is an unbroken stretch outside the range; it counts in
 * the band of its worst temperature, and its hours count in the band in which they were spent.
 *
 * @param n readings used
 * @param hoursObserved from the first reading to the last, gaps left out
 * @param hoursOutside outside the range
 * @param hoursUnknown in gaps between readings longer than allowed, of which nothing is known
 * @param hoursNotStudied outside the range and outside all bands that were studied
 * @param totalHours outside, with what was used before
 * @param withinBudget false too where hours are unknown
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ExcursionBudget(
        int n,
        int missing,
        double minC,
        double maxC,
        double hoursObserved,
        double hoursOutside,
        double hoursUnknown,
        double hoursNotStudied,
        int excursions,
        double longestHours,
        double totalHours,
        double totalHoursAllowed,
        boolean withinBudget,
        List<BandUse> bands,
        List<Flag> flags)
        implements Result {

    /** What is to be noticed. */
    public enum Flag implements TextKey {
        /** A band was held for longer than studied. */
        HOURS_OVER_STUDIED,
        /** A band was entered more often than studied. */
        COUNT_OVER_STUDIED,
        /** All excursions together lasted longer than studied. */
        TOTAL_OVER_STUDIED,
        /** A temperature was reached that was not studied. */
        NOT_STUDIED,
        /** The logger was silent for too long. */
        GAP;

        @Override
        public String key() {
            return "stability.excursion." + this;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A stretch of temperatures that was studied.
     *
     * @param fromC its lower end, °C
     * @param toC its upper end, °C
     * @param hours for which the product was shown to bear it in all
     * @param count how often it was shown to bear it; infinite if that was not limited
     */
    public record Band(double fromC, double toC, double hours, double count) {
        public Band {
            if (!(fromC < toC)) {
                throw Fault.of(StabilityFault.RANGE_REVERSED)
                        .with("from", fromC)
                        .with("to", toC)
                        .asException();
            }
            Check.notNegative(StabilityQuantity.ALLOWED_HOURS, hours);
            if (count != Double.POSITIVE_INFINITY) {
                Check.notNegative(StabilityQuantity.ALLOWED_COUNT, count);
            }
        }

        private boolean holds(double celsius) {
            return celsius >= fromC && celsius <= toC;
        }
    }

    /** What of a band was used. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record BandUse(
            double fromC,
            double toC,
            double hours,
            double hoursAllowed,
            double hoursLeft,
            int count,
            double countAllowed,
            boolean within)
            implements Result {}

    /**
     * What was studied and what was used before.
     *
     * @param low end of the storage range, °C
     * @param high end of the storage range, °C
     * @param totalHours allowed in all excursions together; infinite if not limited
     * @param hoursBefore outside the range, used before these readings
     * @param longestGap between readings in hours; infinite if any is borne
     */
    public record Allowance(
            double low, double high, List<Band> bands, double totalHours, double hoursBefore, double longestGap) {
        public Allowance {
            if (!(low < high)) {
                throw Fault.of(StabilityFault.RANGE_REVERSED)
                        .with("from", low)
                        .with("to", high)
                        .asException();
            }
            bands = List.copyOf(bands);
            Check.notNegative(StabilityQuantity.ALLOWED_HOURS, hoursBefore);
        }
    }

    public ExcursionBudget {
        bands = List.copyOf(bands);
        flags = List.copyOf(flags);
    }

    /**
     * The use of an allowance.
     *
     * @param hours of the readings, rising; NaN where missing
     * @param celsius NaN where missing
     * @throws BadInput if there are fewer than two readings or times do not rise
     */
    public static ExcursionBudget of(double[] hours, double[] celsius, Allowance allowance) {
        List<double[]> readings = new ArrayList<>();
        int missing = 0;
        for (int i = 0; i < hours.length; i++) {
            if (Double.isNaN(hours[i]) || Double.isNaN(celsius[i])) {
                missing++;
                continue;
            }
            TemperatureUnit.checkedKelvin(celsius[i]);
            if (!readings.isEmpty() && hours[i] <= readings.getLast()[0]) {
                throw Fault.of(StabilityFault.NOT_IN_ORDER)
                        .with("before", readings.getLast()[0])
                        .with("time", hours[i])
                        .asException();
            }
            readings.add(new double[] {hours[i], celsius[i]});
        }
        if (readings.size() < 2) {
            throw Fault.of(StabilityFault.ONE_READING)
                    .with("n", readings.size())
                    .asException();
        }
        Count count = new Count(allowance);
        count.start(readings.getFirst());
        for (int i = 1; i < readings.size(); i++) {
            count.take(readings.get(i - 1), readings.get(i));
        }
        count.close();
        return count.result(readings, missing);
    }

    /** The readings one by one. */
    private static final class Count {
        private final Allowance allowance;
        private final double[] bandHours;
        private final int[] bandCounts;
        private double observed;
        private double outside;
        private double unknown;
        private double notStudied;
        private int excursions;
        private double longest;
        private double current;
        private boolean out;
        private double lowest = Double.NaN;
        private double highest = Double.NaN;

        Count(Allowance allowance) {
            this.allowance = allowance;
            this.bandHours = new double[allowance.bands.size()];
            this.bandCounts = new int[allowance.bands.size()];
        }

        void start(double[] reading) {
            reach(reading[1]);
        }

        void take(double[] from, double[] to) {
            double span = to[0] - from[0];
            if (span > allowance.longestGap) {
                unknown += span;
                close();
                start(to);
                return;
            }
            observed += span;
            double cold = spent(from[1], to[1], Double.NEGATIVE_INFINITY, allowance.low) * span;
            double warm = spent(from[1], to[1], allowance.high, Double.POSITIVE_INFINITY) * span;
            double studied = 0;
            for (int band = 0; band < bandHours.length; band++) {
                Band each = allowance.bands.get(band);
                double own = span
                        * (spent(from[1], to[1], each.fromC, Math.min(each.toC, allowance.low))
                                + spent(from[1], to[1], Math.max(each.fromC, allowance.high), each.toC));
                bandHours[band] += own;
                studied += own;
            }
            outside += cold + warm;
            notStudied += Math.max(0, cold + warm - studied);
            boolean leapt = isOut(from[1]) && isOut(to[1]) && (from[1] < allowance.low) != (to[1] < allowance.low);
            if (leapt) { // from too cold to too warm, or back: two excursions
                boolean coldFirst = from[1] < allowance.low;
                current += coldFirst ? cold : warm;
                close();
                current = coldFirst ? warm : cold;
            } else {
                current += cold + warm;
            }
            reach(to[1]);
        }

        /** The part of an even change from one temperature to another that lies between two others. */
        private static double spent(double from, double to, double low, double high) {
            if (low >= high) {
                return 0;
            }
            if (from == to) {
                // Ends of the storage range are inside it, so they are outside of what lies beyond.
                return (Double.isInfinite(low)
                                ? from < high
                                : Double.isInfinite(high) ? from > low : from >= low && from <= high)
                        ? 1
                        : 0;
            }
            double least = Math.min(from, to);
            double most = Math.max(from, to);
            return Math.max(0, Math.min(most, high) - Math.max(least, low)) / (most - least);
        }

        private boolean isOut(double celsius) {
            return celsius < allowance.low || celsius > allowance.high;
        }

        private void reach(double celsius) {
            if (!isOut(celsius)) {
                close();
                return;
            }
            if (!out) {
                out = true;
                excursions++;
                lowest = celsius;
                highest = celsius;
            }
            lowest = Math.min(lowest, celsius);
            highest = Math.max(highest, celsius);
        }

        /** Ends an excursion and counts it in the band of its worst temperature. */
        void close() {
            if (out) {
                longest = Math.max(longest, current);
                double worst = highest > allowance.high ? highest : lowest;
                for (int band = 0; band < bandCounts.length; band++) {
                    if (allowance.bands.get(band).holds(worst)) {
                        bandCounts[band]++;
                        break;
                    }
                }
            }
            out = false;
            current = 0;
        }

        ExcursionBudget result(List<double[]> readings, int missing) {
            Set<Flag> flags = EnumSet.noneOf(Flag.class);
            List<BandUse> uses = new ArrayList<>();
            for (int band = 0; band < bandHours.length; band++) {
                Band each = allowance.bands.get(band);
                boolean inTime = bandHours[band] <= each.hours;
                boolean inCount = bandCounts[band] <= each.count;
                if (!inTime) {
                    flags.add(Flag.HOURS_OVER_STUDIED);
                }
                if (!inCount) {
                    flags.add(Flag.COUNT_OVER_STUDIED);
                }
                uses.add(new BandUse(
                        each.fromC,
                        each.toC,
                        bandHours[band],
                        each.hours,
                        Math.max(0, each.hours - bandHours[band]),
                        bandCounts[band],
                        each.count,
                        inTime && inCount));
            }
            double total = outside + allowance.hoursBefore;
            if (total > allowance.totalHours) {
                flags.add(Flag.TOTAL_OVER_STUDIED);
            }
            if (notStudied > 1e-9 * Math.max(1, outside)) {
                flags.add(Flag.NOT_STUDIED);
            }
            if (unknown > 0) {
                flags.add(Flag.GAP);
            }
            return new ExcursionBudget(
                    readings.size(),
                    missing,
                    readings.stream().mapToDouble(reading -> reading[1]).min().getAsDouble(),
                    readings.stream().mapToDouble(reading -> reading[1]).max().getAsDouble(),
                    observed,
                    outside,
                    unknown,
                    notStudied,
                    excursions,
                    longest,
                    total,
                    allowance.totalHours,
                    flags.isEmpty(),
                    uses,
                    List.copyOf(flags));
        }
    }
}
