package org.opencgt.dosefinding;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.DoseEscalation;

/**
 * An expansion cohort opens at a dose that was found (CP-3.2.6b).
 *
 * @param eventRate a true rate of events that the cohort is meant to show
 */
@ActType(
        value = "dosefinding.open-expansion",
        by = {Role.DOCTOR, Role.STATISTICIAN},
        signed = {Meaning.PERFORMED, Meaning.APPROVED})
public record OpenExpansion(
        @Concerns Ref<DoseEscalation> escalation,
        @In(value = "1", min = "1", max = "30") int level,
        @In(value = "1", min = "1", max = "200") int size,
        @Nullable @Text(max = 1000, lines = true) String objective,
        @Nullable @Text(max = 1000, lines = true) String sampleSizeRationale,
        @In(value = "1", min = "0", max = "1") BigDecimal eventRate)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                escalation,
                e -> e.expanded(level, size, objective, sampleSizeRationale, eventRate, occasion.performedAt()));
    }
}
