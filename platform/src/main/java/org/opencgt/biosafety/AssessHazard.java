package org.opencgt.biosafety;

import java.util.List;
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

/**
 * One hazard of the environmental risk assessment: how grave, how likely, and on which events that rests. A later judgement of
 * the hazard replaces the earlier one.
 *
 * @param basis known or foreseeable event on which degree and probability rest
 * @param notApplicable why the hazard does not exist here
 */
@ActType(
        value = "biosafety.assess-hazard",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record AssessHazard(
        @Concerns Ref<EnvironmentalAssessment> assessment,
        EnvironmentalAssessment.Hazard hazard,
        List<EnvironmentalAssessment.Aspect> aspects,
        @Text(max = 500) @Nullable String hypothesis,
        @Text(max = 500) @Nullable String evidence,
        @Text(max = 500) @Nullable String consequence,
        EnvironmentalAssessment.@Nullable Degree degree,
        EnvironmentalAssessment.@Nullable Probability probability,
        @Text(max = 500) @Nullable String basis,
        boolean acceptable,
        @Text(max = 500) @Nullable String notApplicable)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                assessment,
                a -> a.assessed(new EnvironmentalAssessment.Row(
                        hazard,
                        aspects,
                        hypothesis,
                        evidence,
                        consequence,
                        degree,
                        probability,
                        basis,
                        acceptable,
                        notApplicable,
                        null)));
    }
}
