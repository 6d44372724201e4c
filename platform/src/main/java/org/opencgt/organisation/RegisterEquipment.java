package org.opencgt.organisation;

import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Area;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Site;

/** A device is entered in the register; it is out of service until it is commissioned. */
@ActType(
        value = "organisation.register-equipment",
        by = {Role.QUALITY, Role.ADMINISTRATOR})
public record RegisterEquipment(
        @Makes Ref<Equipment> equipment,
        @Concerns Ref<Site> site,
        String name,
        Equipment.Type type,
        @Nullable String model,
        @Nullable String serialNumber,
        @Nullable Ref<Area> area)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(equipment, fresh(name, type, model, serialNumber, site, area));
    }

    /** A device that is not yet commissioned. */
    static Equipment fresh(
            String name,
            Equipment.Type type,
            @Nullable String model,
            @Nullable String serialNumber,
            Ref<Site> site,
            @Nullable Ref<Area> area) {
        return new Equipment(
                name,
                type,
                model,
                serialNumber,
                site,
                area,
                Equipment.Status.OUT_OF_SERVICE,
                "not yet commissioned",
                null,
                null,
                null,
                null,
                null);
    }
}
