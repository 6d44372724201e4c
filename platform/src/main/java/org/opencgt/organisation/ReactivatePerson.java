package org.opencgt.organisation;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Person;

/** A person may act again. */
@ActType(value = "organisation.reactivate-person", by = Role.ADMINISTRATOR)
public record ReactivatePerson(
        @Concerns Ref<Person> person, @Text(max = 500) String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(person, p -> p.withActive(true));
    }
}
