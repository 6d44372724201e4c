package org.opencgt.pharmacology;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.KineticProfile;

/**
 * Kinetic sampling of a subject ends early. Samples for safety, markers, antibodies and long-term follow-up go on.
 */
@ActType(
        value = "pharmacology.stop-sampling",
        by = {Role.STUDY_COORDINATOR, Role.DOCTOR, Role.STATISTICIAN})
public record StopSampling(
        @Concerns Ref<KineticProfile> profile,
        @Text(max = 500) String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(profile, p -> p.withStop(new KineticProfile.Stop(occasion.performedAt(), reason)));
    }
}
