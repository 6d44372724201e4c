package org.opencgt.clinic;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Area;
import org.opencgt.subject.Recipient;

/** A recipient leaves a treatment room. */
@ActType(
        value = "clinic.leave-room",
        by = {Role.NURSE, Role.DOCTOR})
public record LeaveRoom(@Concerns Ref<Area> area, @Concerns Ref<Recipient> recipient) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                        area,
                        a -> a.withOccupants(a.occupants().stream()
                                .filter(o -> !o.equals(recipient))
                                .toList()))
                .andOn(recipient, r -> r.withRoom(null));
    }
}
