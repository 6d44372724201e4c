package org.opencgt.safety;

import java.math.BigDecimal;
import java.util.Locale;
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
 * A cytokine release syndrome is graded from its findings. The grade is computed, never typed.
 *
 * @param temperature highest since the last grading
 * @param feverMasked whether the fever is hidden by antipyretics, anticytokine therapy or steroids: it then no longer counts,
 *     once there was one
 * @param hypotension not explained otherwise
 */
@ActType(
        value = "safety.grade-crs",
        by = {Role.DOCTOR})
public record GradeCrs(
        @Concerns Ref<Event> event,
        @In(value = "Cel", min = "25", max = "45") BigDecimal temperature,
        boolean feverMasked,
        boolean hypotension,
        CrsGrade.Vasopressors vasopressors,
        CrsGrade.Oxygen oxygen)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        int grade = CrsGrade.of(temperature, feverMasked, hypotension, vasopressors, oxygen);
        Event.Crs findings = new Event.Crs(
                occasion.performedAt(),
                temperature,
                feverMasked,
                hypotension,
                vasopressors.name().toLowerCase(Locale.ROOT),
                oxygen.name().toLowerCase(Locale.ROOT),
                grade);
        return Effects.on(event, e -> e.graded(findings, "ASTCT 2019"));
    }
}
