package org.opencgt.study;

import java.time.LocalDate;
import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Study;

/** The visits that the monitor will make. Visits already held stay. */
@ActType(
        value = "study.set-monitoring-plan",
        by = {Role.MONITOR, Role.STUDY_COORDINATOR})
public record SetMonitoringPlan(@Concerns Ref<Study> study, List<PlannedVisit> visits) implements Act {

    public record PlannedVisit(String name, LocalDate planned) {}

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                study,
                s -> s.planned(visits.stream()
                        .map(v -> new Study.MonitoringVisit(v.name(), v.planned(), null, null, null))
                        .toList()));
    }
}
