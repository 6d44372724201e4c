package org.opencgt.stability;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.StabilityStudy;

/**
 * Results of a study. A newer result of the same batch, condition, time and test replaces the older; what the study bears follows
 * from all that are there.
 */
@ActType(
        value = "stability.report-results",
        by = {Role.QUALITY_CONTROL_ANALYST},
        signed = {Meaning.PERFORMED, Meaning.REVIEWED},
        countersignedBy = {Role.QUALITY, Role.QUALITY_CONTROL_ANALYST})
public record ReportResults(@Concerns Ref<StabilityStudy> study, List<StabilityStudy.StudyResult> results)
        implements Act {

    public ReportResults {
        if (results.isEmpty()) {
            throw new IllegalArgumentException("a report needs results");
        }
    }

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> {
            StabilityStudy all = s;
            for (StabilityStudy.StudyResult result : results) {
                all = all.reported(result);
            }
            return all;
        });
    }
}
