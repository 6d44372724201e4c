package org.opencgt.organisation;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Site;

/** A licence, certificate or approval of a site is put on file; the same kind and number again replaces the entry. */
@ActType(
        value = "organisation.record-site-qualification",
        by = {Role.QUALITY, Role.ADMINISTRATOR})
public record RecordSiteQualification(@Concerns Ref<Site> site, Site.Qualification qualification) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(site, s -> s.qualified(qualification));
    }
}
