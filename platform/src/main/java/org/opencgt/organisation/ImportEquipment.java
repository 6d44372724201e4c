package org.opencgt.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Site;

/**
 * A register of devices is taken over, all of it or none. Each is out of service until it is commissioned.
 *
 * @param equipment the identifiers, in the order of the rows
 */
@ActType(
        value = "organisation.import-equipment",
        by = {Role.QUALITY, Role.ADMINISTRATOR},
        signed = {Meaning.VERIFIED})
public record ImportEquipment(
        @Makes List<Ref<Equipment>> equipment, @Concerns Ref<Site> site, List<Row> rows) implements Act {

    public ImportEquipment {
        RowsTakenOver.requireOneEach(equipment, rows);
    }

    public record Row(
            String name,
            Equipment.Type type,
            @Nullable String model,
            @Nullable String serialNumber) {}

    @Override
    public Effects effects(Occasion occasion) {
        return RowsTakenOver.create(
                equipment,
                rows,
                row -> RegisterEquipment.fresh(row.name(), row.type(), row.model(), row.serialNumber(), site, null));
    }
}
