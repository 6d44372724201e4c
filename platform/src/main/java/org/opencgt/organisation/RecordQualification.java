package org.opencgt.organisation;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Person;

/** A licence, title or certificate of a person is put on file; the same kind and number again replaces the entry. */
@ActType(
        value = "organisation.record-qualification",
        by = {Role.ADMINISTRATOR, Role.QUALITY})
public record RecordQualification(@Concerns Ref<Person> person, Person.Qualification qualification) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(person, p -> p.qualified(qualification));
    }
}
