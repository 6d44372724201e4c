package org.opencgt.pharmacology;

import java.util.List;
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

/** A planned sample will never be drawn. */
@ActType(
        value = "pharmacology.miss-sample",
        by = {Role.NURSE, Role.STUDY_COORDINATOR, Role.DOCTOR})
public record MissSample(
        @Concerns Ref<KineticProfile> profile,
        @Text(max = 40) String point,
        List<PharmacologyPlan.Purpose> purposes,
        @Text(max = 500) String reason)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                profile,
                p -> p.sampled(
                        new KineticProfile.Sample(point, point, purposes, null, occasion.performedAt(), reason, null)));
    }
}
