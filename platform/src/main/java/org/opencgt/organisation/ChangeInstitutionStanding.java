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
import org.opencgt.subject.Site;

/** A maker suspends an institution on its list, takes it off or takes it back. */
@ActType(
        value = "organisation.change-institution-standing",
        by = {Role.QUALITY, Role.QUALIFIED_PERSON},
        signed = {Meaning.APPROVED})
public record ChangeInstitutionStanding(
        @Concerns Ref<Site> maker,
        @Concerns Ref<Site> institution,
        Site.ApprovedInstitution.Standing standing,
        @Text(max = 500) String reason)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(maker, m -> m.listed(institution, standing));
    }
}
