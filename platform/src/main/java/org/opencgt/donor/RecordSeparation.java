package org.opencgt.donor;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.In;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Collection;
import org.opencgt.subject.Site;

/**
 * Mononuclear cells are separated from the blood, on the apheresis machine or afterwards.
 *
 * @param facility where
 * @param procedureVersion the version of the separation procedure that was followed
 * @param scannedDonationNumber as it stands on the bag of separated cells
 */
@ActType(
        value = "donor.record-separation",
        by = {Role.APHERESIS_NURSE, Role.CELL_LABORATORY},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.APHERESIS_NURSE, Role.CELL_LABORATORY, Role.NURSE, Role.DOCTOR})
public record RecordSeparation(
        @Concerns Ref<Collection> collection,
        Ref<Site> facility,
        String procedureVersion,
        Instant finished,
        @Text(max = 20) String scannedDonationNumber,
        @Nullable @In(value = "%", min = "0", max = "100") BigDecimal viability)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                collection,
                c -> c.withSeparation(new Collection.Separation(finished, facility, procedureVersion, viability)));
    }
}
