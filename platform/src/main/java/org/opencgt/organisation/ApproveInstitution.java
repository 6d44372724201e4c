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
import org.opencgt.subject.Document;
import org.opencgt.subject.Site;

/**
 * A maker puts a hospital or collection site on its list of approved institutions, after an assessment and an audit.
 *
 * @param auditDue when the next audit on site is due
 * @param assessment report in the quality file of the institution
 * @param audit report of the audit on site
 */
@ActType(
        value = "organisation.approve-institution",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record ApproveInstitution(
        @Concerns Ref<Site> maker,
        @Concerns Ref<Site> institution,
        LocalDate audited,
        LocalDate auditDue,
        @Concerns Ref<Document> assessment,
        @Concerns Ref<Document> audit)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(
                maker,
                m -> m.listed(new Site.ApprovedInstitution(
                        institution,
                        Site.ApprovedInstitution.Standing.APPROVED,
                        audited,
                        auditDue,
                        assessment,
                        audit)));
    }
}
