package org.opencgt.quality;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Deviation;

/** Quality judges how severe a deviation is, why it came about and what it does to the product. */
@ActType(
        value = "quality.assess-deviation",
        by = {Role.QUALITY})
public record AssessDeviation(
        @Concerns Ref<Deviation> deviation,
        Deviation.Severity severity,
        @Text(max = 4000, lines = true) String assessment,
        boolean affectsQuality,
        @Text(max = 4000, lines = true) String rootCause)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                deviation,
                d -> d.with(b -> b.severity(severity)
                        .assessment(assessment)
                        .affectsQuality(affectsQuality)
                        .assessedBy(occasion.performer())
                        .rootCause(rootCause)
                        .status(Deviation.Status.ASSESSED)));
    }
}
