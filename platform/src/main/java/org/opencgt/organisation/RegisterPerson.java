package org.opencgt.organisation;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Person;
import org.opencgt.subject.Site;

/**
 * Somebody begins to work at a site. The identifier is the login.
 *
 * @param roles in which the person may act
 * @param qualifications on file from the start
 * @param experience on file from the start
 */
@ActType(value = "organisation.register-person", by = Role.ADMINISTRATOR)
public record RegisterPerson(
        @Makes Ref<Person> person,
        @Concerns Ref<Site> site,
        String name,
        List<Role> roles,
        List<Person.Qualification> qualifications,
        List<Person.Experience> experience)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                person, new Person(name, site, roles, true, null, qualifications, experience, List.of(), null));
    }
}
