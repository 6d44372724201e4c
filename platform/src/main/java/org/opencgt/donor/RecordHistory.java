package org.opencgt.donor;

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
import org.opencgt.subject.Donor;
import org.opencgt.subject.PlasmaDilution;

/** What the donor is asked before screening. */
@ActType(
        value = "donor.record-history",
        by = {Role.DOCTOR, Role.APHERESIS_NURSE})
public record RecordHistory(
        @Concerns Ref<Donor> donor,
        boolean radiationExposure,
        boolean epidemicAreaStay,
        @Text(max = 2000, lines = true) String medicalHistory,
        @Text(max = 2000, lines = true) String familyHistory,
        boolean largeInfusionBeforeSampling,
        List<PlasmaDilution.Infusion> infusions,
        List<Donor.Stay> stays,
        List<Donor.Condition> conditions,
        Donor.@Nullable Questionnaire questionnaire)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                donor,
                d -> d.told(new Donor.History(
                        occasion.performedAt(),
                        radiationExposure,
                        epidemicAreaStay,
                        medicalHistory,
                        familyHistory,
                        largeInfusionBeforeSampling,
                        infusions,
                        stays,
                        conditions,
                        questionnaire)));
    }
}
