package org.opencgt.logistics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Equipment;
import org.opencgt.subject.Shipment;

/**
 * The series of a transport logger is read out (CA-8.1.5a, CA-8.1.5b). The readings stay in this act; the shipment's state
 * holds what follows from them.
 *
 * @param logger as it stands on the device
 * @param readings in order of time
 * @param file SHA-256 of the logger's own file
 */
@ActType(
        value = "logistics.record-temperatures",
        by = {Role.RECEIVER, Role.COURIER, Role.WAREHOUSE, Role.CELL_LABORATORY, Role.INSTRUMENT})
public record RecordTemperatures(
        @Concerns Ref<Shipment> shipment,
        @Concerns Ref<Equipment> logger,
        List<Shipment.Reading> readings,
        @Nullable @Text(max = 64, pattern = "[0-9a-f]{64}") String file)
        implements Act {

    public RecordTemperatures {
        if (readings.isEmpty()) {
            throw new IllegalArgumentException("a temperature record needs readings");
        }
        for (int i = 1; i < readings.size(); i++) {
            if (!readings.get(i).at().isAfter(readings.get(i - 1).at())) {
                throw new IllegalArgumentException(
                        "readings out of order at " + readings.get(i).at());
            }
        }
    }

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(shipment, s -> s.recorded(readings));
    }
}
