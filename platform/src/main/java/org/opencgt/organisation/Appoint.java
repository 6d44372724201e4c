package org.opencgt.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Document;
import org.opencgt.subject.Person;
import org.opencgt.subject.Post;
import org.opencgt.subject.Product;
import org.opencgt.subject.Site;

/**
 * A person takes a post of a site, for one product or for all.
 *
 * @param jobDescription controlled document with the duties of the post
 * @param validUntil last day of the appointment; absent: until it ends
 */
@ActType(
        value = "organisation.appoint",
        by = {Role.QUALITY, Role.ADMINISTRATOR, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record Appoint(
        @Concerns Ref<Person> person,
        @Concerns Ref<Site> site,
        Post.Kind post,
        @Concerns @Nullable Ref<Product> product,
        @Nullable Ref<Document> jobDescription,
        @Nullable LocalDate validUntil)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                site,
                s -> s.appointed(new Post(post, person, product, jobDescription, occasion.performedAt(), validUntil)));
    }
}
