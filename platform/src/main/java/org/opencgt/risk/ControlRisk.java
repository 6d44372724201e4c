package org.opencgt.risk;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Risk;

/** Measures against a risk are in place. */
@ActType(
        value = "risk.control-risk",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON, Role.DOCTOR},
        signed = {Meaning.APPROVED})
public record ControlRisk(
        @Concerns Ref<Risk> risk,
        List<String> measures,
        @Text(max = 2000, lines = true) String finding,
        String evidence)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        Risk.Step step =
                new Risk.Step(Risk.Stage.CONTROLLED, occasion.performedAt(), occasion.performer(), finding, evidence);
        return Effects.on(risk, r -> r.moved(step).controlled(measures));
    }
}
