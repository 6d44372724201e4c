package org.opencgt.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.opencgt.act.Ref;
import org.opencgt.subject.Shipment.Reading;
import org.opencgt.subject.Shipment.TemperatureRecord;

class TemperatureRecordTest {

    private static final Instant START = Instant.parse("2026-03-15T01:00:00Z");
    private static final BigDecimal MINIMUM = new BigDecimal("-196");
    private static final BigDecimal MAXIMUM = new BigDecimal("-150");

    @Test
    void reducesASeriesWithinItsLimits() {
        TemperatureRecord record = reduce(series(START, 10, "-185", "-190.5", "-196", "-150"));

        assertThat(record)
                .isEqualTo(new TemperatureRecord(
                        START,
                        START.plus(Duration.ofMinutes(30)),
                        4,
                        new BigDecimal("-196"),
                        new BigDecimal("-150"),
                        new BigDecimal("-150"),
                        Duration.ofMinutes(10),
                        Duration.ZERO,
                        0));
    }

    @Test
    void countsEveryIntervalThatTouchesAReadingOutside() {
        TemperatureRecord record = reduce(series(START, 10, "-185", "-149.9", "-140", "-185", "-185", "-120"));

        assertThat(record.excursions()).isEqualTo(2);
        assertThat(record.outOfRange()).isEqualTo(Duration.ofMinutes(40));
        assertThat(record.highest()).isEqualTo(new BigDecimal("-120"));
    }

    @Test
    void countsColdExcursionsToo() {
        assertThat(reduce(series(START, 10, "-196.1")).excursions()).isEqualTo(1);
    }

    @Test
    void findsTheLongestGap() {
        List<Reading> readings = new ArrayList<>(series(START, 10, "-185", "-185"));
        readings.addAll(series(START.plus(Duration.ofMinutes(150)), 10, "-185", "-185"));

        assertThat(reduce(readings).longestGap()).isEqualTo(Duration.ofMinutes(140));
    }

    @Test
    void joinsASeriesThatWasReadOutInTwoParts() {
        Shipment shipment = shipment()
                .recorded(series(START, 10, "-185", "-149"))
                .recorded(series(START.plus(Duration.ofHours(2)), 10, "-148", "-190"));

        TemperatureRecord record = Objects.requireNonNull(shipment.temperatures());
        assertThat(record.first()).isEqualTo(START);
        assertThat(record.last()).isEqualTo(START.plus(Duration.ofMinutes(130)));
        assertThat(record.count()).isEqualTo(4);
        assertThat(record.longestGap()).isEqualTo(Duration.ofMinutes(110));
        assertThat(record.lowest()).isEqualTo(new BigDecimal("-190"));
        assertThat(record.highest()).isEqualTo(new BigDecimal("-148"));
        assertThat(record.excursions()).isEqualTo(1);
        assertThat(record.outOfRange()).isEqualTo(Duration.ofMinutes(130));
        assertThat(record.latest()).isEqualTo(new BigDecimal("-190"));
    }

    @Test
    void refusesAnEmptySeriesAndOneOutOfOrder() {
        assertThatThrownBy(() -> reduce(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reduce(series(START, 0, "-185", "-185"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static TemperatureRecord reduce(List<Reading> readings) {
        return TemperatureRecord.of(readings, MINIMUM, MAXIMUM);
    }

    private static List<Reading> series(Instant start, int minutes, String... temperatures) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < temperatures.length; i++) {
            readings.add(
                    new Reading(start.plus(Duration.ofMinutes((long) minutes * i)), new BigDecimal(temperatures[i])));
        }
        return readings;
    }

    private static Shipment shipment() {
        return ShipmentBuilder.builder()
                .from(Ref.parse("site:M"))
                .to(Ref.parse("site:H"))
                .contents(List.of())
                .status(Shipment.Status.DISPATCHED)
                .containerType("dry shipper")
                .minimumTemperature(MINIMUM)
                .maximumTemperature(MAXIMUM)
                .maximumDuration(Duration.ofHours(72))
                .loggingInterval(Duration.ofMinutes(10))
                .documents(List.of())
                .build();
    }
}
