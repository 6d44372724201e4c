package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * A device: thawer, incubator, dry shipper, logger, storage tank.
 *
 * @param calibratedUntil last day on which the calibration counts
 * @param maintainedUntil day by which the next service is due
 * @param positions of a storage tank: what stands where
 * @param qualifiedUntil last day on which the qualification counts
 * @param lastCollection the collection of cells for which it was last used
 */
@RecordBuilder
@Subject.Kind(value = "equipment", prefix = "E")
public record Equipment(
        String name,
        Type type,
        @Nullable String model,
        @Nullable String serialNumber,
        Ref<Site> site,
        @Nullable Ref<Area> area,
        Status status,
        @Nullable String statusReason,
        @Nullable LocalDate calibratedUntil,
        @Nullable LocalDate maintainedUntil,
        @Nullable LocalDate qualifiedUntil,
        @Nullable Map<String, String> positions,
        @Nullable LastCollection lastCollection)
        implements Subject, EquipmentBuilder.With {

    /** The donor who was last at this workplace, until when. */
    public record LastCollection(Ref<Donor> donor, Instant finished) {}

    public enum Type {
        THAWER,
        INCUBATOR,
        BIOSAFETY_CABINET,
        CENTRIFUGE,
        CELL_SELECTOR,
        CONTROLLED_RATE_FREEZER,
        LIQUID_NITROGEN_TANK,
        FREEZER,
        REFRIGERATOR,
        DRY_SHIPPER,
        COLD_BOX,
        TEMPERATURE_LOGGER,
        CELL_COUNTER,
        FLOW_CYTOMETER,
        PCR_CYCLER,
        INFUSION_PUMP,
        APHERESIS_MACHINE,
        OXYGEN_SUPPLY,
        SUCTION,
        ECG_MONITOR,
        VENTILATOR,
        OTHER
    }

    /** Vials or bags take their positions. */
    public Equipment occupied(Map<String, String> taken) {
        Map<String, String> all = new TreeMap<>(positions == null ? Map.of() : positions);
        all.putAll(taken);
        return withPositions(all);
    }

    /** Positions become free. */
    public Equipment freed(List<String> free) {
        Map<String, String> all = new TreeMap<>(positions == null ? Map.of() : positions);
        free.forEach(all::remove);
        return withPositions(all);
    }

    /** Whether it may be used. */
    public enum Status {
        IN_SERVICE,
        FAULTY,
        OUT_OF_SERVICE,
        RETIRED
    }
}
