package org.opencgt.biosafety;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.EnvironmentalAssessment;
import org.opencgt.subject.Person;

/**
 * A measure against environmental risk, with who puts it in place and by when.
 *
 * @param against the hazard that it lowers; absent: all
 */
@ActType(
        value = "biosafety.plan-measure",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record PlanMeasure(
        @Concerns Ref<EnvironmentalAssessment> assessment,
        EnvironmentalAssessment.MeasureKind kind,
        EnvironmentalAssessment.@Nullable Hazard against,
        @Text(max = 500) String measure,
        Ref<Person> owner,
        LocalDate due,
        boolean mandatory)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                assessment,
                a -> a.measured(new EnvironmentalAssessment.Measure(
                        kind, against, measure, owner, due, mandatory, null, null)));
    }
}
