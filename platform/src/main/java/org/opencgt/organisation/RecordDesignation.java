package org.opencgt.organisation;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Designation;
import org.opencgt.subject.Site;

/**
 * An institution hosts a national body in a disease field.
 */
@ActType(
        value = "organisation.record-designation",
        by = {Role.QUALITY, Role.ADMINISTRATOR},
        signed = {Meaning.VERIFIED})
public record RecordDesignation(@Concerns Ref<Site> site, Designation designation) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(site, s -> s.designated(designation));
    }
}
