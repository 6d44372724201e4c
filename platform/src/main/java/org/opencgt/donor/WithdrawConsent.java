package org.opencgt.donor;

import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Consent;
import org.opencgt.subject.Donor;

/** The donor takes the consent back; no reason need be given. */
@ActType(
        value = "donor.withdraw-consent",
        by = {Role.DOCTOR, Role.APHERESIS_NURSE, Role.STUDY_COORDINATOR})
public record WithdrawConsent(
        @Concerns Ref<Donor> donor,
        @Nullable @Text(max = 1000, lines = true) String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(donor, d -> {
            Consent given = d.consent();
            return given == null
                    ? d
                    : d.withConsent(
                            new Consent(given.given(), given.scope(), given.formVersion(), occasion.performedAt()));
        });
    }
}
