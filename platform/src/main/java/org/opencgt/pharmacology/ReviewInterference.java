package org.opencgt.pharmacology;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.KineticProfile;

/** Samples in which antibodies may hide the cells from flow cytometry were looked at. */
@ActType(
        value = "pharmacology.review-interference",
        by = {Role.QUALITY_CONTROL_ANALYST, Role.STATISTICIAN},
        signed = {Meaning.REVIEWED})
public record ReviewInterference(
        @Concerns Ref<KineticProfile> profile,
        List<String> samples,
        @Text(max = 2000, lines = true) String conclusion) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(profile, p -> p.reviewed(new KineticProfile.InterferenceReview(samples, conclusion)));
    }
}
