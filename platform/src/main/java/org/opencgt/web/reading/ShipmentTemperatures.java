package org.opencgt.web.reading;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencgt.act.Ref;
import org.opencgt.analysis.LedgerTable;
import org.opencgt.science.catalogue.Asked;
import org.opencgt.science.catalogue.Verb;
import org.springframework.stereotype.Component;

/**
 * The temperatures of a shipment as a table: {@code time, temp, hours}, one row a reading; {@code temp} in °C, {@code hours} until
 * the next reading, and for the last as for the one before.
 */
@Component
class ShipmentTemperatures implements LedgerTable {

    private static final String KIND = "shipment";
    private static final int EVERYTHING = 1_000_000;
    private static final double SECONDS_AN_HOUR = 3600;

    private final SubjectReading subjects;
    private final Readings readings;

    ShipmentTemperatures(SubjectReading subjects, Readings readings) {
        this.subjects = subjects;
        this.readings = readings;
    }

    @Override
    public String name() {
        return "shipment-temperatures";
    }

    @Override
    public Optional<String> option(Verb verb) {
        return verb.area().equals("stability") && verb.name().equals("mkt") ? Optional.of("input") : Optional.empty();
    }

    @Override
    public Map<String, String> settings(Verb verb) {
        return Map.of("value", "temp", "unit", "C", "duration", "hours");
    }

    @Override
    public List<Of> list(int most) {
        return subjects.list(KIND, new SubjectReading.Query("", Map.of(), "changed", true, 0, most)).rows().stream()
                .map(shipment ->
                        new Of(shipment.ref().toString(), shipment.ref().id()))
                .toList();
    }

    @Override
    public Optional<Asked.TextFile> read(String subject) {
        return shipment(subject)
                .flatMap(subjects::find)
                .map(standing -> readings.temperatures(standing.ref(), EVERYTHING))
                .filter(series -> !series.isEmpty())
                .map(series -> new Asked.TextFile(
                        subject.substring(KIND.length() + 1) + "-temperatures.csv",
                        csv(series).getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<Ref<?>> shipment(String text) {
        try {
            return Optional.<Ref<?>>of(Ref.parse(text)).filter(ref -> ref.kind().equals(KIND));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no reference at all, so none of a shipment
        }
    }

    private static String csv(List<Readings.Reading> series) {
        StringBuilder csv = new StringBuilder("time,temp,hours\n");
        double hours = 1;
        for (int i = 0; i < series.size(); i++) {
            Readings.Reading reading = series.get(i);
            if (i + 1 < series.size()) {
                hours = Duration.between(reading.time(), series.get(i + 1).time())
                                .toMillis()
                        / 1000.0
                        / SECONDS_AN_HOUR;
            }
            csv.append(reading.time())
                    .append(',')
                    .append(reading.value())
                    .append(',')
                    .append(hours)
                    .append('\n');
        }
        return csv.toString();
    }
}
