package org.opencgt.safety;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Event;

/**
 * A neurotoxicity syndrome (ICANS) of an adult is graded from its findings. The grade is computed, never typed.
 *
 * @param ice score of the immune effector cell encephalopathy test: orientation 4, naming 3, commands 1, writing 1, attention
 *     1; absent where the recipient cannot be roused to do it
 */
@ActType(
        value = "safety.grade-icans",
        by = {Role.DOCTOR})
public record GradeIcans(
        @Concerns Ref<Event> event,
        @Nullable @In(value = "1", min = "0", max = "10") Integer ice,
        IcansGrade.Consciousness consciousness,
        IcansGrade.Seizure seizure,
        IcansGrade.Motor motor,
        IcansGrade.Oedema oedema)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        int grade = IcansGrade.of(ice, consciousness, seizure, motor, oedema);
        Event.Icans findings = new Event.Icans(
                occasion.performedAt(),
                ice,
                consciousness.name().toLowerCase(Locale.ROOT),
                seizure.name().toLowerCase(Locale.ROOT),
                motor.name().toLowerCase(Locale.ROOT),
                oedema.name().toLowerCase(Locale.ROOT),
                grade);
        return Effects.on(event, e -> e.graded(findings, "ASTCT 2019"));
    }
}
