package org.opencgt.risk;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Risk;

/** What shows whether the measures work. */
@ActType(
        value = "risk.monitor-risk",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON, Role.DOCTOR, Role.PHARMACOVIGILANCE})
public record MonitorRisk(
        @Concerns Ref<Risk> risk,
        @Text(max = 2000, lines = true) String finding,
        String evidence) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        Risk.Step step =
                new Risk.Step(Risk.Stage.MONITORED, occasion.performedAt(), occasion.performer(), finding, evidence);
        return Effects.on(risk, r -> r.moved(step));
    }
}
