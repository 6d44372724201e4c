package org.opencgt.nonclinical;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.NonclinicalStudy;

/** Results of single animals. A newer one of the same group, endpoint and time replaces the older. */
@ActType(
        value = "nonclinical.record-results",
        by = {Role.QUALITY_CONTROL_ANALYST, Role.STATISTICIAN, Role.QUALITY})
public record RecordResults(@Concerns Ref<NonclinicalStudy> study, List<NonclinicalStudy.Measured> results)
        implements Act {

    public RecordResults {
        if (results.isEmpty()) {
            throw new IllegalArgumentException("no results");
        }
    }

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> {
            NonclinicalStudy all = s;
            for (NonclinicalStudy.Measured result : results) {
                all = all.measured(result);
            }
            return all;
        });
    }
}
