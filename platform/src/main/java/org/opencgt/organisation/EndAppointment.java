package org.opencgt.organisation;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Person;
import org.opencgt.subject.Post;
import org.opencgt.subject.Site;

/**
 * A person leaves a post.
 */
@ActType(
        value = "organisation.end-appointment",
        by = {Role.QUALITY, Role.ADMINISTRATOR, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record EndAppointment(
        @Concerns Ref<Person> person,
        @Concerns Ref<Site> site,
        Post.Kind post,
        @Text(max = 500) String reason) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(site, s -> s.released(person, post));
    }
}
