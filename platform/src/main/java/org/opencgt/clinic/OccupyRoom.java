package org.opencgt.clinic;

import java.util.stream.Stream;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Area;
import org.opencgt.subject.Recipient;

/** A recipient comes into a treatment room. */
@ActType(
        value = "clinic.occupy-room",
        by = {Role.NURSE, Role.DOCTOR})
public record OccupyRoom(@Concerns Ref<Area> area, @Concerns Ref<Recipient> recipient) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                        area,
                        a -> a.withOccupants(Stream.concat(a.occupants().stream(), Stream.of(recipient))
                                .distinct()
                                .toList()))
                .andOn(recipient, r -> r.withRoom(area));
    }
}
