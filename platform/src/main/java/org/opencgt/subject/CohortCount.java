package org.opencgt.subject;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a cohort stands, counted from its patients. */
final class CohortCount {

    private CohortCount() {}

    static DoseEscalation.Cohort of(DoseEscalation escalation, DoseEscalation.Cohort cohort) {
        List<DoseEscalation.Patient> patients = escalation.patients().stream()
                .filter(p -> p.cohort() == cohort.number())
                .toList();
        int places = (int)
                patients.stream().filter(DoseEscalation.Patient::holdsPlace).count();
        int pending = (int)
                patients.stream().filter(DoseEscalation.Patient::isPending).count();
        return new DoseEscalation.Cohort(
                cohort.number(),
                cohort.purpose(),
                cohort.level(),
                cohort.size(),
                cohort.opened(),
                places,
                pending,
                Math.max(0, cohort.size() - places),
                nextFrom(escalation.plan(), patients));
    }

    /** After one of the first patients the sentinel interval, after a later one the stagger interval. */
    private static @Nullable Instant nextFrom(DosePlan plan, List<DoseEscalation.Patient> patients) {
        List<Instant> given = patients.stream()
                .map(DoseEscalation.Patient::administration)
                .flatMap(a -> Optional.ofNullable(a).stream())
                .map(DoseEscalation.Administration::finished)
                .sorted(Comparator.naturalOrder())
                .toList();
        if (given.isEmpty()) {
            return null;
        }
        Duration interval = given.size() <= plan.sentinelPatients() ? plan.sentinelInterval() : plan.staggerInterval();
        return interval == null ? null : given.getLast().plus(interval);
    }
}
