package org.opencgt.organisation;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Person;
import org.opencgt.subject.Site;

/**
 * A staff list is taken over, all of it or none.
 *
 * @param people the logins, in the order of the rows
 */
@ActType(
        value = "organisation.import-people",
        by = {Role.ADMINISTRATOR},
        signed = {Meaning.VERIFIED})
public record ImportPeople(
        @Makes List<Ref<Person>> people, @Concerns Ref<Site> site, List<Row> rows) implements Act {

    public ImportPeople {
        RowsTakenOver.requireOneEach(people, rows);
    }

    public record Row(String name, List<Role> roles) {}

    @Override
    public Effects effects(Occasion occasion) {
        return RowsTakenOver.create(
                people,
                rows,
                row -> new Person(row.name(), site, row.roles(), true, null, List.of(), List.of(), List.of(), null));
    }
}
