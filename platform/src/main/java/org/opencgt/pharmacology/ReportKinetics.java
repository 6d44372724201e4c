package org.opencgt.pharmacology;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.PharmacologyPlan;

/**
 * A report of kinetics is signed. It rests on signed analyses, which it names.
 *
 * @param analyses identifiers of signed analyses
 * @param covariates what was looked at as an influence on kinetics
 */
@ActType(
        value = "pharmacology.report-kinetics",
        by = {Role.STATISTICIAN},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.DOCTOR})
public record ReportKinetics(
        @Concerns Ref<PharmacologyPlan> plan, String title, List<String> analyses, List<String> covariates)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                plan,
                p -> p.reported(new PharmacologyPlan.Report(title, analyses, covariates, occasion.performedAt())));
    }
}
