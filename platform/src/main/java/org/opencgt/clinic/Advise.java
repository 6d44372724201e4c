package org.opencgt.clinic;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Unit;

/** The maker answers: what it found, and what should become of the unit (CA-8.1.6b). */
@ActType(
        value = "clinic.advise",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record Advise(
        @Concerns Ref<Unit> unit,
        @Text(max = 4000, lines = true) String investigation,
        @Text(max = 4000, lines = true) String advice,
        Unit.Decision decision)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                unit,
                u -> u.withAdvice(new Unit.Advice(
                        occasion.performedAt(), occasion.performer(), investigation, advice, decision)));
    }
}
