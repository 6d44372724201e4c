package org.opencgt.pharmacology;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.KineticProfile;

/** Tests for antibodies against the product. */
@ActType(
        value = "pharmacology.record-antibodies",
        by = {Role.QUALITY_CONTROL_ANALYST, Role.STUDY_COORDINATOR})
public record RecordAntibodies(@Concerns Ref<KineticProfile> profile, List<KineticProfile.AntibodyTest> tests)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(profile, p -> p.tested(tests));
    }
}
