package org.opencgt.logistics;

import java.util.ArrayList;
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
import org.opencgt.subject.Shipment;

/**
 * The receiver answers for the transport as a whole: delay, exposure, anything else (CA-8.1.5e).
 *
 * @param remarks needed where one of the answers is yes
 */
@ActType(
        value = "logistics.close-shipment",
        by = {Role.RECEIVER, Role.WAREHOUSE, Role.CELL_LABORATORY, Role.MANUFACTURING_OPERATOR})
public record CloseShipment(
        @Concerns Ref<Shipment> shipment,
        boolean delayed,
        boolean exposed,
        boolean otherAbnormality,
        @Nullable @Text(max = 2000, lines = true) String remarks)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        List<String> found = new ArrayList<>();
        if (delayed) {
            found.add("delay");
        }
        if (exposed) {
            found.add("exposure");
        }
        if (otherAbnormality) {
            found.add("other");
        }
        List<String> abnormalities = List.copyOf(found);
        return Effects.on(
                shipment, s -> s.with(b -> b.status(Shipment.Status.CLOSED).abnormalities(abnormalities)));
    }
}
