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

/** A controlled document is no longer in force. */
@ActType(
        value = "organisation.withdraw-document",
        by = {Role.QUALITY},
        signed = {Meaning.APPROVED})
public record WithdrawDocument(
        @Concerns Ref<Document> document,
        @Concerns Ref<Site> site,
        @Text(max = 500) String reason,
        LocalDate from) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(document, d -> d.withdrawn(from)).andOn(site, s -> s.withdrawn(document));
    }
}
