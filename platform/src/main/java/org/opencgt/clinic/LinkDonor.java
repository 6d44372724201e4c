package org.opencgt.clinic;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Donor;
import org.opencgt.subject.Recipient;

/** The recipient is tied to the donor of the cells; two people compare both records. */
@ActType(
        value = "clinic.link-donor",
        by = {Role.DOCTOR, Role.NURSE, Role.APHERESIS_NURSE},
        signed = {Meaning.PERFORMED, Meaning.VERIFIED})
public record LinkDonor(
        @Concerns Ref<Recipient> recipient, @Concerns Ref<Donor> donor) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(recipient, r -> r.withDonor(donor));
    }
}
