package org.opencgt.method;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.MethodStudy;

/**
 * What follows from the data of a method’s study.
 */
@ActType(
        value = "method.conclude-study",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALIFIED_PERSON, Role.QUALITY})
public record ConcludeStudy(
        @Concerns Ref<MethodStudy> study,
        MethodStudy.Conclusion.Outcome outcome,
        @Text(max = 2000, lines = true) String statement)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                study, s -> s.withConclusion(new MethodStudy.Conclusion(outcome, statement, occasion.performedAt())));
    }
}
