package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** A device: thawer, incubator, dry shipper, logger, storage tank. */
@RecordBuilder
@Subject.Kind(value = "equipment", prefix = "E")
public record Equipment(
        String name,
        Type type,
        Ref<Site> site,
        Status status,
        @Nullable LocalDate calibratedUntil,
        @Nullable LocalDate maintainedUntil,
        @Nullable LocalDate qualifiedUntil)
        implements Subject, EquipmentBuilder.With {

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
        OTHER
    }

    /** Whether it may be used. */
    public enum Status {
        IN_SERVICE,
        FAULTY,
        OUT_OF_SERVICE,
        RETIRED
    }
}
