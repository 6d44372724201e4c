package org.opencgt.organisation;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Site;

/** A site may work from now on: everything that it must have is there. */
@ActType(
        value = "organisation.activate-site",
        by = {Role.QUALITY, Role.ADMINISTRATOR},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY, Role.QUALIFIED_PERSON, Role.DOCTOR})
public record ActivateSite(@Concerns Ref<Site> site) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(site, s -> s.withActive(true));
    }
}
