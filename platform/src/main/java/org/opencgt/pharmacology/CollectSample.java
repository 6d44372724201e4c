package org.opencgt.pharmacology;

import java.time.Instant;
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
import org.opencgt.subject.KineticProfile;
import org.opencgt.subject.PharmacologyPlan;

/** A sample of a planned point was drawn. */
@ActType(
        value = "pharmacology.collect-sample",
        by = {Role.NURSE, Role.STUDY_COORDINATOR, Role.DOCTOR})
public record CollectSample(
        @Concerns Ref<KineticProfile> profile,
        @Text(max = 40) String code,
        @Text(max = 40) String point,
        List<PharmacologyPlan.Purpose> purposes,
        Instant drawn,
        KineticProfile.@Nullable Handling handling)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                profile, p -> p.sampled(new KineticProfile.Sample(code, point, purposes, drawn, null, null, handling)));
    }
}
