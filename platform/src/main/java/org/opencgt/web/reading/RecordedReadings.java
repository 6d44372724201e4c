package org.opencgt.web.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.Ref;
import org.opencgt.logistics.RecordTemperatures;
import org.springframework.stereotype.Component;

/** Temperatures out of the acts that recorded them; a corrected act counts as corrected. */
@Component
final class RecordedReadings implements Readings {

    private final org.opencgt.pipeline.SubjectReading subjects;

    RecordedReadings(org.opencgt.pipeline.SubjectReading subjects) {
        this.subjects = subjects;
    }

    @Override
    public List<Reading> temperatures(Ref<?> shipment, int limit) {
        List<Reading> all = new ArrayList<>();
        for (var done : subjects.history(shipment)) {
            Act act = done.corrected() == null ? done.act() : done.corrected();
            if (act instanceof RecordTemperatures recorded) {
                recorded.readings()
                        .forEach(
                                r -> all.add(new Reading(r.at(), r.temperature().doubleValue())));
            }
        }
        all.sort(Comparator.comparing(Reading::time));
        return thinned(all, limit);
    }

    /** Of each stretch the lowest and the highest are kept, so that no excursion is lost. */
    static List<Reading> thinned(List<Reading> all, int limit) {
        if (all.size() <= limit) {
            return all;
        }
        int stretches = Math.max(1, limit / 2);
        List<Reading> kept = new ArrayList<>();
        for (int i = 0; i < stretches; i++) {
            List<Reading> stretch = all.subList(
                    (int) ((long) i * all.size() / stretches), (int) ((long) (i + 1) * all.size() / stretches));
            Reading low = stretch.stream()
                    .min(Comparator.comparingDouble(Reading::value))
                    .orElseThrow();
            Reading high = stretch.stream()
                    .max(Comparator.comparingDouble(Reading::value))
                    .orElseThrow();
            java.util.stream.Stream.of(low, high)
                    .distinct()
                    .sorted(Comparator.comparing(Reading::time))
                    .forEach(kept::add);
        }
        return kept;
    }
}
