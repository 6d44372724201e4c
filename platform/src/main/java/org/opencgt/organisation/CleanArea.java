package org.opencgt.organisation;

import java.time.Instant;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Area;

/**
 * A room is cleaned and disinfected.
 *
 * @param cleanUntil how long this lasts by the site's procedure
 */
@ActType(
        value = "organisation.clean-area",
        by = {Role.MANUFACTURING_OPERATOR, Role.CELL_LABORATORY, Role.NURSE, Role.WAREHOUSE, Role.RECEIVER, Role.QUALITY
        })
public record CleanArea(@Concerns Ref<Area> area, String disinfectant, Instant finished, Instant cleanUntil)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(area, a -> a.withCleanUntil(cleanUntil));
    }
}
