package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.In;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** Units or a collection on their way from one site to another. */
@RecordBuilder
@Subject.Kind(value = "shipment", prefix = "H")
public record Shipment(
        Ref<Site> from,
        Ref<Site> to,
        List<Ref<? extends Subject>> contents,
        Status status,
        String containerType,
        @Nullable Ref<Equipment> container,
        @Nullable Ref<Equipment> logger,
        @In("Cel") BigDecimal minimumTemperature,
        @In("Cel") BigDecimal maximumTemperature,
        Duration maximumDuration,
        @Nullable Instant dispatched,
        @Nullable Instant arrived,
        @Nullable TemperatureRecord temperatures)
        implements Subject, ShipmentBuilder.With {

    public enum Status {
        PACKED,
        DISPATCHED,
        ARRIVED,
        CLOSED
    }

    /** What the logger recorded, reduced; the series itself is kept as readings. */
    public record TemperatureRecord(
            Instant first,
            Instant last,
            int count,
            @In("Cel") BigDecimal lowest,
            @In("Cel") BigDecimal highest,
            Duration longestGap,
            Duration outOfRange,
            int excursions) {}
}
