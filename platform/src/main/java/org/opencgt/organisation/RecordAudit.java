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
import org.opencgt.subject.Audit;
import org.opencgt.subject.Document;
import org.opencgt.subject.Person;
import org.opencgt.subject.Site;

/**
 * A site audited another party, or itself; a later audit of the same kind and party replaces the one before.
 *
 * @param covered what was looked at and found to meet the requirements
 * @param due day of the next one
 */
@ActType(
        value = "organisation.record-audit",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record RecordAudit(
        @Concerns Ref<Site> site,
        @Concerns Ref<Site> audited,
        @Concerns Ref<Person> auditor,
        Audit.Kind kind,
        LocalDate held,
        List<Audit.Aspect> covered,
        Audit.Outcome outcome,
        @Concerns Ref<Document> report,
        LocalDate due)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(site, s -> s.audited(new Audit(audited, kind, held, covered, outcome, report, due)));
    }
}
