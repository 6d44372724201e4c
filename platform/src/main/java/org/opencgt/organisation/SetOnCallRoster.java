package org.opencgt.organisation;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.OnCallRoster;
import org.opencgt.subject.Site;

/**
 * Which expert of each supporting discipline can be reached in a period; a new roster replaces the one before.
 */
@ActType(
        value = "organisation.set-on-call-roster",
        by = {Role.QUALITY, Role.ADMINISTRATOR, Role.DOCTOR},
        signed = {Meaning.APPROVED})
public record SetOnCallRoster(@Concerns Ref<Site> site, OnCallRoster roster) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(site, s -> s.withOnCallRoster(roster));
    }
}
