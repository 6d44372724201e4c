package org.opencgt.organisation;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.LegalStatus;
import org.opencgt.subject.Site;

/**
 * What an institution is in law, and where it is registered.
 */
@ActType(
        value = "organisation.record-legal-status",
        by = {Role.QUALITY, Role.ADMINISTRATOR},
        signed = {Meaning.VERIFIED})
public record RecordLegalStatus(@Concerns Ref<Site> site, LegalStatus status) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(site, s -> s.withLegalStatus(status));
    }
}
