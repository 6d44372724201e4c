package org.opencgt.comparability;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.ProcessChange;

/**
 * What follows from the whole of the data.
 */
@ActType(
        value = "comparability.decide",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALIFIED_PERSON, Role.QUALITY})
public record DecideComparability(
        @Concerns Ref<ProcessChange> change,
        ProcessChange.Decision.Outcome outcome,
        ProcessChange.Review review,
        @Text(max = 2000, lines = true) String basis)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                change,
                c -> c.withDecision(new ProcessChange.Decision(outcome, review, basis, occasion.performedAt())));
    }
}
