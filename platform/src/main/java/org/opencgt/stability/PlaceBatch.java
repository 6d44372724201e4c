package org.opencgt.stability;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.StabilityStudy;

/** A batch goes on study: its samples are placed under the conditions of the plan. */
@ActType(
        value = "stability.place-batch",
        by = {Role.QUALITY_CONTROL_ANALYST, Role.QUALITY})
public record PlaceBatch(@Concerns Ref<StabilityStudy> study, StabilityStudy.StudiedBatch batch) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.placed(batch));
    }
}
