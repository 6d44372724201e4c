package org.opencgt.risk;

import java.time.LocalDate;
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

/**
 * Whether a risk is under control.
 *
 * @param reviewDue when it is looked at again
 */
@ActType(
        value = "risk.review-risk",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.REVIEWED})
public record ReviewRisk(
        @Concerns Ref<Risk> risk,
        @Text(max = 2000, lines = true) String finding,
        String evidence,
        LocalDate reviewDue) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        Risk.Step step =
                new Risk.Step(Risk.Stage.REVIEWED, occasion.performedAt(), occasion.performer(), finding, evidence);
        return Effects.on(risk, r -> r.moved(step).withReviewDue(reviewDue));
    }
}
