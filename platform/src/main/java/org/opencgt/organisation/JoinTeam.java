package org.opencgt.organisation;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Person;
import org.opencgt.subject.Site;

/** A person takes a place in the cell therapy team of a hospital. */
@ActType(
        value = "organisation.join-team",
        by = {Role.QUALITY, Role.ADMINISTRATOR},
        signed = {Meaning.APPROVED})
public record JoinTeam(
        @Concerns Ref<Person> person, @Concerns Ref<Site> site, Site.Member.Position position) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(site, s -> s.joined(new Site.Member(person, position, occasion.performedAt())));
    }
}
