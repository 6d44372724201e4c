package org.opencgt.process;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.MonitoringPlan;
import org.opencgt.subject.ProcessMonitoring;

/** Other attributes, charts, rules or another baseline: all lots are judged anew by the plan as it is then. */
@ActType(
        value = "process.change-plan",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record ChangePlan(
        @Concerns Ref<ProcessMonitoring> monitoring,
        MonitoringPlan plan,
        @Text(max = 1000, lines = true) String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(monitoring, m -> m.withPlan(plan));
    }
}
