package org.opencgt.stability;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.StabilityStudy;

/** Samples of batches on study are taken out of their condition for testing. */
@ActType(
        value = "stability.pull-samples",
        by = {Role.QUALITY_CONTROL_ANALYST, Role.QUALITY})
public record PullSamples(@Concerns Ref<StabilityStudy> study, List<StabilityStudy.Pull> pulls) implements Act {

    public PullSamples {
        if (pulls.isEmpty()) {
            throw new IllegalArgumentException("nothing is pulled");
        }
    }

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.pulled(pulls));
    }
}
