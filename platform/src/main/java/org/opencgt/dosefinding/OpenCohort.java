package org.opencgt.dosefinding;

import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.DoseEscalation;

/**
 * A cohort opens at a dose: the one that the last decision says, or a lower one that is filled up (CP-3.2.3a).
 *
 * @param size patients; as the plan says, where it is left out
 */
@ActType(
        value = "dosefinding.open-cohort",
        by = {Role.DOCTOR, Role.STUDY_COORDINATOR})
public record OpenCohort(
        @Concerns Ref<DoseEscalation> escalation,
        Kind kind,
        @In(value = "1", min = "1", max = "30") int level,
        @Nullable @In(value = "1", min = "1", max = "12") Integer size)
        implements Act {

    /** What the cohort is treated for. */
    public enum Kind {
        ESCALATION,
        BACKFILL
    }

    @Override
    public Effects effects(Occasion occasion) {
        DoseEscalation.Purpose purpose = switch (kind) {
            case ESCALATION -> DoseEscalation.Purpose.ESCALATION;
            case BACKFILL -> DoseEscalation.Purpose.BACKFILL;
        };
        return Effects.on(
                escalation,
                e -> e.opened(purpose, level, size == null ? e.plan().cohortSize() : size, occasion.performedAt()));
    }
}
