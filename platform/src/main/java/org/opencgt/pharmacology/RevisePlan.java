package org.opencgt.pharmacology;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.PharmacologyPlan;

/** The plan becomes another; its approval lapses. Assays, markers and schedule stay. */
@ActType(
        value = "pharmacology.revise-plan",
        by = {Role.STATISTICIAN, Role.STUDY_COORDINATOR, Role.DOCTOR})
public record RevisePlan(
        @Concerns Ref<PharmacologyPlan> plan,
        @Text(max = 20) String version,
        boolean repeatedDosing,
        List<PharmacologyPlan.Section> sections,
        List<PharmacologyPlan.Component> components,
        List<PharmacologyPlan.PropertyStudy> properties,
        List<PharmacologyPlan.Prediction> predictions,
        PharmacologyPlan.@Nullable PlannedPreconditioning preconditioning,
        List<PharmacologyPlan.DrugClass> drugs)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                plan,
                p -> p.with(b -> b.version(version)
                        .status(PharmacologyPlan.Status.DRAFT)
                        .repeatedDosing(repeatedDosing)
                        .sections(sections)
                        .components(components)
                        .properties(properties)
                        .predictions(predictions)
                        .preconditioning(preconditioning)
                        .drugs(drugs)));
    }
}
