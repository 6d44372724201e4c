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
import org.opencgt.identity.DonationNumber;
import org.opencgt.subject.Collection;
import org.opencgt.subject.Donor;

/**
 * At the donor's side two people check the label on the bag against the donor.
 *
 * @param donor read from the wristband
 * @param scannedDonationNumber as it stands on the bag's label, without check character
 * @param scannedCheckCharacter as it stands on the bag's label
 * @param chainOfIdentity identifier that ties the bag to the patient all the way to the infusion
 */
@ActType(
        value = "donor.label-collection",
        by = {Role.APHERESIS_NURSE},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED},
        countersignedBy = {Role.APHERESIS_NURSE, Role.NURSE, Role.DOCTOR})
public record LabelCollection(
        @Concerns Ref<Collection> collection,
        @Concerns Ref<Donor> donor,
        @Text(max = 20) String scannedDonationNumber,
        @Text(max = 1) String scannedCheckCharacter,
        @Text(max = 40, pattern = "[A-Z0-9-]{6,40}") String chainOfIdentity)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                collection,
                c -> c.with(b -> b.label(new Collection.Label(
                                occasion.performedAt(),
                                donor,
                                chainOfIdentity,
                                c.donationNumber().equals(scannedDonationNumber),
                                DonationNumber.isValid(scannedDonationNumber, scannedCheckCharacter)))
                        .chainOfIdentity(chainOfIdentity)
                        .status(Collection.Status.LABELLED)));
    }
}
