package org.opencgt.pharmacology;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.PharmacologyPlan;

/** A method or a measure of one's own is kept beside those built in. */
@ActType(
        value = "pharmacology.register-method",
        by = {Role.STATISTICIAN, Role.STUDY_COORDINATOR, Role.DOCTOR})
public record RegisterMethod(
        @Concerns Ref<PharmacologyPlan> plan,
        @Text(max = 60) String name,
        @Text(max = 1000, lines = true) String formula,
        @Text(max = 40) String unit,
        @Text(max = 2000, lines = true) String rationale,
        PharmacologyPlan.Assay.Validation validation)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                plan,
                p -> p.defined(new PharmacologyPlan.Metric(
                        name, formula, unit, rationale, validation, occasion.performedAt())));
    }
}
