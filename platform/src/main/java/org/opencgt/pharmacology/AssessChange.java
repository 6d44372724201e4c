package org.opencgt.pharmacology;

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
 * What a change of product or process may mean in the body.
 *
 * @param comparability the approved evidence
 * @param assayBefore code of the assay that measured kinetics before, where kinetics is the main index
 * @param assayAfter the same after the change
 */
@ActType(
        value = "pharmacology.assess-change",
        by = {Role.QUALITY, Role.DOCTOR, Role.STATISTICIAN})
public record AssessChange(
        @Concerns Ref<PharmacologyPlan> plan,
        @Text(max = 40) String code,
        @Text(max = 2000, lines = true) String description,
        PharmacologyPlan.Impact inVivoCourse,
        PharmacologyPlan.Impact efficacy,
        @Concerns @Nullable Ref<Document> comparability,
        @Text(max = 40) @Nullable String assayBefore,
        @Text(max = 40) @Nullable String assayAfter)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                plan,
                p -> p.changed(new PharmacologyPlan.Change(
                        code, description, inVivoCourse, efficacy, comparability, assayBefore, assayAfter, false)));
    }
}
