package org.opencgt.clinic;

import java.util.List;
import java.util.Locale;
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

/**
 * The recipient agrees, after being informed; the doctor who informed signs.
 *
 * @param formVersion of the consent form that was used
 */
@ActType(
        value = "clinic.consent-recipient",
        by = {Role.DOCTOR})
public record ConsentRecipient(
        @Concerns Ref<Recipient> recipient,
        List<Scope> scope,
        @Text(max = 40) String formVersion) implements Act {

    /** To what a recipient may agree, each by itself. */
    public enum Scope {
        CONDITIONING,
        INFUSION,
        FOLLOW_UP,
        DATA_USE
    }

    @Override
    public Effects effects(Occasion occasion) {
        List<String> words =
                scope.stream().map(s -> s.name().toLowerCase(Locale.ROOT)).toList();
        return Effects.on(recipient, r -> r.withConsent(new Consent(occasion.performedAt(), words, formVersion, null)));
    }
}
