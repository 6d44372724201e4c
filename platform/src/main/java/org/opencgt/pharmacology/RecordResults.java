package org.opencgt.pharmacology;

import java.math.BigDecimal;
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
import org.opencgt.subject.KineticProfile;
import org.opencgt.subject.PharmacologyPlan;

/**
 * Results of one assay, as many as there are. What stands before them must be as the assay was registered.
 *
 * @param assay code of the assay
 * @param reliable whether the assay is validated or qualified
 */
@ActType(
        value = "pharmacology.record-results",
        by = {Role.QUALITY_CONTROL_ANALYST, Role.STUDY_COORDINATOR, Role.INSTRUMENT})
public record RecordResults(
        @Concerns Ref<KineticProfile> profile,
        @Text(max = 40) String assay,
        String analyte,
        PharmacologyPlan.Purpose purpose,
        PharmacologyPlan.Assay.Technique technique,
        @Text(max = 60) String matrix,
        @Text(max = 40) String unit,
        @Nullable BigDecimal lloq,
        @Text(max = 20) String version,
        boolean reliable,
        List<KineticProfile.Measured> results)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                profile,
                p -> p.measured(
                        assay,
                        new KineticProfile.Series(
                                analyte, purpose, technique, matrix, unit, lloq, version, reliable, results)));
    }
}
