package org.opencgt.organisation;

import java.time.LocalDate;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Document;
import org.opencgt.subject.Site;

/** The version in force was looked at again and stands. A change goes through a revision instead. */
@ActType(
        value = "organisation.review-document",
        by = {Role.QUALITY, Role.DOCTOR, Role.PHARMACIST, Role.QUALIFIED_PERSON},
        signed = {Meaning.REVIEWED})
public record ReviewDocument(
        @Concerns Ref<Document> document,
        @Concerns Ref<Site> site,
        Document.Category category,
        @Text(max = 20) String version,
        LocalDate effective,
        @Text(max = 1000, lines = true) String outcome,
        LocalDate reviewDue)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(document, d -> d.reviewed(reviewDue))
                .andOn(
                        site,
                        s -> s.inForce(new Site.DocumentInForce(category, document, version, effective, reviewDue)));
    }
}
