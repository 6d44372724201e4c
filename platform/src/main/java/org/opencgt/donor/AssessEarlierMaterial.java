package org.opencgt.donor;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Donor;

/** The infection risk of tissue or cells that were frozen or given before, from what is known of the donor. */
@ActType(
        value = "donor.assess-earlier-material",
        by = {Role.DOCTOR, Role.QUALITY},
        signed = {Meaning.PERFORMED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY})
public record AssessEarlierMaterial(
        @Concerns Ref<Donor> donor,
        @Text(max = 2000, lines = true) String historicalResults,
        @Text(max = 2000, lines = true) String medicalHistory,
        boolean acceptable,
        @Text(max = 1000, lines = true) String conclusion)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                donor,
                d -> d.withEarlierMaterial(new Donor.EarlierMaterial(
                        occasion.performedAt(),
                        occasion.performer(),
                        historicalResults,
                        medicalHistory,
                        acceptable,
                        conclusion)));
    }
}
