package org.opencgt.risk;

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

/** How grave, how likely and how hard to notice a risk is. */
@ActType(
        value = "risk.assess-risk",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON, Role.DOCTOR},
        signed = {Meaning.REVIEWED})
public record AssessRisk(
        @Concerns Ref<Risk> risk,
        Risk.Score score,
        @Text(max = 2000, lines = true) String finding,
        String evidence) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        Risk.Step step =
                new Risk.Step(Risk.Stage.ASSESSED, occasion.performedAt(), occasion.performer(), finding, evidence);
        return Effects.on(risk, r -> r.moved(step).withScore(score));
    }
}
