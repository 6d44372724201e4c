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

/** A result is left out of analyses; it stays in the record. */
@ActType(
        value = "pharmacology.exclude-result",
        by = {Role.STATISTICIAN, Role.QUALITY_CONTROL_ANALYST, Role.QUALITY})
public record ExcludeResult(
        @Concerns Ref<KineticProfile> profile,
        @Text(max = 40) String assay,
        @Text(max = 40) String sample,
        @Text(max = 500) String reason)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(profile, p -> p.excluded(new KineticProfile.Exclusion(assay, sample, reason)));
    }
}
