package org.opencgt.organisation;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Site;

/** A site may no longer work. */
@ActType(
        value = "organisation.deactivate-site",
        by = {Role.QUALITY, Role.ADMINISTRATOR},
        signed = {Meaning.APPROVED})
public record DeactivateSite(
        @Concerns Ref<Site> site, @Text(max = 500) String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(site, s -> s.withActive(false));
    }
}
