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
import org.opencgt.act.Text;
import org.opencgt.subject.Document;
import org.opencgt.subject.Site;

/**
 * A version of a controlled document comes into force at its site, in place of the one before. One person reviews it, another
 * one approves it.
 *
 * @param category as the document says; the site finds it by this
 * @param reviewDue when it must be looked at again
 */
@ActType(
        value = "organisation.make-document-effective",
        by = {Role.QUALITY, Role.DOCTOR, Role.PHARMACIST, Role.QUALIFIED_PERSON},
        signed = {Meaning.REVIEWED, Meaning.APPROVED},
        countersignedBy = {Role.QUALITY, Role.QUALIFIED_PERSON})
public record MakeDocumentEffective(
        @Concerns Ref<Document> document,
        @Concerns Ref<Site> site,
        Document.Category category,
        @Text(max = 20) String version,
        LocalDate effective,
        @Nullable LocalDate reviewDue)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(document, d -> d.effective(version, occasion.signers().getLast(), effective, reviewDue))
                .andOn(
                        site,
                        s -> s.inForce(new Site.DocumentInForce(category, document, version, effective, reviewDue)));
    }
}
