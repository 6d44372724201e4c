package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Derived;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * Units or a collection on their way from one site to another.
 *
 * @param minimumTemperature below which no reading may lie
 * @param maximumTemperature above which no reading may lie
 * @param maximumDuration from dispatch to arrival
 * @param loggingInterval of the logger
 * @param documents what travels with it, one word a kind
 * @param abnormalities what the receiver found about the transport: {@code delay}, {@code exposure}, {@code other}; absent
 *     before arrival
 * @param allowance excursions that the product was shown to bear, as stated on packing; absent where none was stated
 * @param excursionReadings those outside the limits with their neighbours, in order of time; absent before the first readings
 */
@RecordBuilder
@Subject.Kind(value = "shipment", prefix = "H")
public record Shipment(
        Ref<Site> from,
        Ref<Site> to,
        @Nullable Ref<Site> carrier,
        List<Ref<? extends Subject>> contents,
        Status status,
        String containerType,
        @Nullable Ref<Equipment> container,
        @Nullable Ref<Equipment> logger,
        @In("Cel") BigDecimal minimumTemperature,
        @In("Cel") BigDecimal maximumTemperature,
        Duration maximumDuration,
        Duration loggingInterval,
        @Nullable String seal,
        List<String> documents,
        @Nullable Instant dispatched,
        @Nullable Instant plannedArrival,
        @Nullable Instant arrived,
        @Nullable Boolean sealIntact,
        @Nullable List<String> abnormalities,
        @Nullable TemperatureRecord temperatures,
        @Nullable List<StabilityStudy.ExcursionBand> allowance,
        @Nullable List<Reading> excursionReadings)
        implements Subject, ShipmentBuilder.With {

    public enum Status {
        PACKED,
        DISPATCHED,
        ARRIVED,
        CLOSED
    }

    /** One value of the logger. */
    public record Reading(Instant at, @In("Cel") BigDecimal temperature) {}

    /**
     * What the logger recorded, reduced; the series itself stands in the act that recorded it.
     *
     * @param latest the last value
     * @param longestGap between two readings in a row
     * @param outOfRange how long: every interval counts whole of which either end lies outside the limits, so that a doubt
     *     counts against the product
     * @param excursions how many runs of readings outside the limits
     */
    public record TemperatureRecord(
            Instant first,
            Instant last,
            int count,
            @In("Cel") BigDecimal lowest,
            @In("Cel") BigDecimal highest,
            @In("Cel") BigDecimal latest,
            Duration longestGap,
            Duration outOfRange,
            int excursions) {

        /**
         * Reduces a series of readings.
         *
         * @param readings in order of time, at least one
         * @throws IllegalArgumentException when there is none, or two don't follow each other in time
         */
        public static TemperatureRecord of(List<Reading> readings, BigDecimal minimum, BigDecimal maximum) {
            if (readings.isEmpty()) {
                throw new IllegalArgumentException("a temperature record needs readings");
            }
            BigDecimal lowest = readings.getFirst().temperature();
            BigDecimal highest = lowest;
            Duration longest = Duration.ZERO;
            Duration outside = Duration.ZERO;
            int excursions = 0;
            Reading before = null;
            boolean outsideBefore = false;
            for (Reading reading : readings) {
                boolean out = reading.temperature().compareTo(minimum) < 0
                        || reading.temperature().compareTo(maximum) > 0;
                if (before != null) {
                    Duration gap = Duration.between(before.at(), reading.at());
                    if (!gap.isPositive()) {
                        throw new IllegalArgumentException("readings out of order at " + reading.at());
                    }
                    longest = gap.compareTo(longest) > 0 ? gap : longest;
                    outside = out || outsideBefore ? outside.plus(gap) : outside;
                }
                excursions += out && !outsideBefore ? 1 : 0;
                lowest = lowest.min(reading.temperature());
                highest = highest.max(reading.temperature());
                outsideBefore = out;
                before = reading;
            }
            return new TemperatureRecord(
                    readings.getFirst().at(),
                    readings.getLast().at(),
                    readings.size(),
                    lowest,
                    highest,
                    readings.getLast().temperature(),
                    longest,
                    outside,
                    excursions);
        }

        /** This record and further readings, the way between them included. */
        TemperatureRecord then(List<Reading> readings, BigDecimal minimum, BigDecimal maximum) {
            TemperatureRecord rest = of(
                    Stream.concat(Stream.of(new Reading(last, latest)), readings.stream())
                            .toList(),
                    minimum,
                    maximum);
            boolean outside = latest.compareTo(minimum) < 0 || latest.compareTo(maximum) > 0;
            return new TemperatureRecord(
                    first,
                    rest.last,
                    count + readings.size(),
                    lowest.min(rest.lowest),
                    highest.max(rest.highest),
                    rest.latest,
                    longestGap.compareTo(rest.longestGap) > 0 ? longestGap : rest.longestGap,
                    outOfRange.plus(rest.outOfRange),
                    excursions + rest.excursions - (outside ? 1 : 0));
        }
    }

    /**
     * What of the studied allowance the transport used, between readings as if the temperature changed evenly.
     *
     * @param total hours outside the limits
     * @param hoursNotStudied outside the limits and outside every studied band
     * @param bands in the order of the allowance
     */
    public record ExcursionUse(
            boolean within,
            int excursions,
            @In("h") BigDecimal total,
            @In("h") BigDecimal longest,
            @In("h") BigDecimal hoursNotStudied,
            List<BandUse> bands,
            List<String> flags) {}

    /** What of one band was used. */
    public record BandUse(
            @In("Cel") BigDecimal from,
            @In("Cel") BigDecimal to,
            @In("h") BigDecimal hours,
            @In("h") BigDecimal allowedHours,
            int count,
            int allowedCount) {}

    /** Absent where no allowance was stated or nothing was read out yet. */
    @Derived
    public @Nullable ExcursionUse excursionUse() {
        return allowance == null || excursionReadings == null || temperatures == null
                ? null
                : ShipmentExcursions.use(excursionReadings, minimumTemperature, maximumTemperature, allowance);
    }

    /** Further readings, after those recorded so far. */
    public Shipment recorded(List<Reading> readings) {
        List<Reading> kept = ShipmentExcursions.kept(
                excursionReadings == null ? List.of() : excursionReadings,
                temperatures == null ? null : new Reading(temperatures.last(), temperatures.latest()),
                readings,
                minimumTemperature,
                maximumTemperature);
        return with(b -> b.temperatures(
                        temperatures == null
                                ? TemperatureRecord.of(readings, minimumTemperature, maximumTemperature)
                                : temperatures.then(readings, minimumTemperature, maximumTemperature))
                .excursionReadings(kept));
    }
}
