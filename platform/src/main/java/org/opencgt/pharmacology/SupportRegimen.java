package org.opencgt.pharmacology;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.PharmacologyPlan;

/**
 * Exposure and response speak for a dose.
 *
 * @param analyses identifiers of signed analyses of exposure and response
 * @param withoutAnalysis why none was feasible
 */
@ActType(
        value = "pharmacology.support-regimen",
        by = {Role.STATISTICIAN, Role.DOCTOR},
        signed = {Meaning.APPROVED})
public record SupportRegimen(
        @Concerns Ref<PharmacologyPlan> plan,
        String regimen,
        List<String> analyses,
        @Text(max = 2000, lines = true) @Nullable String withoutAnalysis,
        LocalDate decided)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                plan,
                p -> p.withRecommendation(
                        new PharmacologyPlan.Recommendation(regimen, analyses, withoutAnalysis, decided)));
    }
}
