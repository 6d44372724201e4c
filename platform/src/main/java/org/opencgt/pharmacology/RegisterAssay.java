package org.opencgt.pharmacology;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Document;
import org.opencgt.subject.PharmacologyPlan;

/**
 * A bioanalytical method is registered for a study. A new version is an assay of its own.
 *
 * @param code by which results name it
 * @param conversion how copies per mass of DNA become copies per volume, where they do
 * @param lloq lower limit of quantification in {@code unit}
 * @param specific whether it tells the given cells from the body's own
 */
@ActType(
        value = "pharmacology.register-assay",
        by = {Role.QUALITY_CONTROL_ANALYST, Role.STUDY_COORDINATOR, Role.QUALITY})
public record RegisterAssay(
        @Concerns Ref<PharmacologyPlan> plan,
        @Text(max = 40, pattern = "[A-Za-z][A-Za-z0-9._-]*") String code,
        String analyte,
        PharmacologyPlan.Purpose purpose,
        PharmacologyPlan.Assay.Technique technique,
        @Text(max = 60) String matrix,
        @Text(max = 40) String unit,
        @Nullable String conversion,
        @Nullable BigDecimal lloq,
        @Text(max = 20) String version,
        PharmacologyPlan.Assay.Validation validation,
        boolean specific,
        @Text(max = 2000, lines = true) String rationale,
        @Concerns @Nullable Ref<Document> report)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                plan,
                p -> p.registered(
                        code,
                        new PharmacologyPlan.Assay(
                                analyte,
                                purpose,
                                technique,
                                matrix,
                                unit,
                                conversion,
                                lloq,
                                version,
                                validation,
                                specific,
                                rationale,
                                report)));
    }
}
