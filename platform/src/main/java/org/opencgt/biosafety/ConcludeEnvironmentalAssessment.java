package org.opencgt.biosafety;

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
import org.opencgt.subject.EnvironmentalAssessment;

/** The overall environmental risk is judged from all hazards, and the assessment approved. */
@ActType(
        value = "biosafety.conclude-environmental-assessment",
        by = {Role.QUALITY},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record ConcludeEnvironmentalAssessment(
        @Concerns Ref<EnvironmentalAssessment> assessment,
        @Text(max = 2000, lines = true) String conclusion,
        LocalDate approved,
        LocalDate reviewDue)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                assessment,
                a -> a.with(b -> b.status(EnvironmentalAssessment.Status.APPROVED)
                        .conclusion(new EnvironmentalAssessment.Conclusion(conclusion, approved, reviewDue))));
    }
}
