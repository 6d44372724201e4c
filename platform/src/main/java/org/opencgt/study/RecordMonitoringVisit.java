package org.opencgt.study;

import java.time.LocalDate;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Study;

/**
 * A visit of the monitor was held.
 *
 * @param report number of the report that was filed
 */
@ActType(
        value = "study.record-monitoring-visit",
        by = {Role.MONITOR})
public record RecordMonitoringVisit(@Concerns Ref<Study> study, String name, LocalDate held, String report)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(study, s -> s.visited(name, held, occasion.performer(), report));
    }
}
