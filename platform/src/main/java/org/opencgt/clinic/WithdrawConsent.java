package org.opencgt.clinic;

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
import org.opencgt.subject.Recipient;

/** The recipient takes the consent back; from then on nothing may be prepared or given. */
@ActType(
        value = "clinic.withdraw-consent",
        by = {Role.DOCTOR, Role.NURSE, Role.STUDY_COORDINATOR})
public record WithdrawConsent(
        @Concerns Ref<Recipient> recipient,
        @Nullable @Text(max = 2000, lines = true) String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(recipient, r -> {
            Consent consent = r.consent();
            return consent == null
                    ? r
                    : r.withConsent(new Consent(
                            consent.given(), consent.scope(), consent.formVersion(), occasion.performedAt()));
        });
    }
}
