package org.opencgt.organisation;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Person;

/** A person acts in other roles from now on. */
@ActType(value = "organisation.change-roles", by = Role.ADMINISTRATOR)
public record ChangeRoles(
        @Concerns Ref<Person> person,
        List<Role> roles,
        @Text(max = 500) String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(person, p -> p.withRoles(roles));
    }
}
