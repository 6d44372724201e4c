package org.opencgt.organisation;

import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Area;

/** A room may be used, or may no longer be used. */
@ActType(
        value = "organisation.set-area-active",
        by = {Role.QUALITY, Role.ADMINISTRATOR},
        signed = {Meaning.APPROVED})
public record SetAreaActive(
        @Concerns Ref<Area> area,
        boolean active,
        @Text(max = 500) @Nullable String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(area, a -> a.withActive(active));
    }
}
