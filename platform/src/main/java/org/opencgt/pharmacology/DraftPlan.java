package org.opencgt.pharmacology;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.PharmacologyPlan;
import org.opencgt.subject.Product;
import org.opencgt.subject.Study;

/**
 * The clinical pharmacology of a study is planned: aims, studies, what is expected of the cells and of other medicines.
 */
@ActType(
        value = "pharmacology.draft-plan",
        by = {Role.STATISTICIAN, Role.STUDY_COORDINATOR, Role.DOCTOR})
public record DraftPlan(
        @Makes Ref<PharmacologyPlan> plan,
        @Concerns Ref<Study> study,
        @Concerns Ref<Product> product,
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
        return Effects.create(
                plan,
                new PharmacologyPlan(
                        study,
                        product,
                        version,
                        PharmacologyPlan.Status.DRAFT,
                        repeatedDosing,
                        sections,
                        components,
                        properties,
                        predictions,
                        preconditioning,
                        drugs,
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null));
    }
}
