package org.opencgt.pharmacology;

import java.math.BigDecimal;
import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.KineticProfile;

/**
 * What was given before the cells, and what became of the lymphocytes.
 *
 * @param lymphocytesBefore absolute lymphocyte count before the first medicine
 * @param lymphocytesAtInfusion absolute lymphocyte count on the day of the infusion
 */
@ActType(
        value = "pharmacology.record-preconditioning",
        by = {Role.DOCTOR, Role.NURSE})
public record RecordPreconditioning(
        @Concerns Ref<KineticProfile> profile,
        String regimen,
        List<KineticProfile.GivenDrug> drugs,
        @In(value = "10*9/L", min = "0") BigDecimal lymphocytesBefore,
        @In(value = "10*9/L", min = "0") BigDecimal lymphocytesAtInfusion)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                profile,
                p -> p.withPreconditioning(
                        new KineticProfile.Preconditioning(regimen, drugs, lymphocytesBefore, lymphocytesAtInfusion)));
    }
}
