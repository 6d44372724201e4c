package org.opencgt.clinic;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Unit;

/** Use of the unit stops at once (CA-8.1.3g, CA-8.1.6a). */
@ActType(
        value = "clinic.hold",
        by = {Role.RECEIVER, Role.NURSE, Role.DOCTOR, Role.PHARMACIST, Role.CELL_LABORATORY, Role.QUALITY})
public record Hold(
        @Concerns Ref<Unit> unit,
        List<Trigger> triggers,
        @Text(max = 2000, lines = true) String reason) implements Act {

    public Hold {
        if (triggers.isEmpty()) {
            throw new IllegalArgumentException("a hold names at least one trigger");
        }
    }

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                unit,
                u -> u.held(
                        occasion.performedAt(),
                        reason,
                        triggers.stream().map(Trigger::word).toList()));
    }
}
