package org.opencgt.risk;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;
import org.opencgt.subject.Risk;

/**
 * A risk is identified and enters the register.
 *
 * @param concerning what it is about: a product, a site, a batch, an area
 * @param evidence where the observation stands
 */
@ActType(
        value = "risk.record-risk",
        by = {
            Role.QUALITY,
            Role.QUALIFIED_PERSON,
            Role.DOCTOR,
            Role.NURSE,
            Role.PHARMACIST,
            Role.MANUFACTURING_OPERATOR,
            Role.QUALITY_CONTROL_ANALYST,
            Role.PHARMACOVIGILANCE
        })
public record RecordRisk(
        @Makes Ref<Risk> risk,
        @Concerns Ref<? extends Subject> concerning,
        String title,
        Risk.Factor factor,
        @Text(max = 2000, lines = true) String finding,
        String evidence)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        Risk.Step identified =
                new Risk.Step(Risk.Stage.IDENTIFIED, occasion.performedAt(), occasion.performer(), finding, evidence);
        return Effects.create(
                risk,
                new Risk(concerning, title, factor, Risk.Stage.IDENTIFIED, null, List.of(), null, List.of(identified)));
    }
}
