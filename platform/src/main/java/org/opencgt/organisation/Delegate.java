package org.opencgt.organisation;

import java.time.LocalDate;
import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Delegation;
import org.opencgt.subject.Person;
import org.opencgt.subject.Site;

/**
 * The leader of a cell therapy team entrusts tasks to a person; a later delegation to the same person replaces the one before.
 */
@ActType(
        value = "organisation.delegate",
        by = {Role.DOCTOR},
        signed = {Meaning.APPROVED})
public record Delegate(
        @Concerns Ref<Site> site, @Concerns Ref<Person> person, List<Delegation.Task> tasks, LocalDate validUntil)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                site,
                s -> s.delegated(
                        new Delegation(person, tasks, occasion.performer(), occasion.performedAt(), validUntil)));
    }
}
