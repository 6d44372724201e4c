package org.opencgt.organisation;

import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Committee;
import org.opencgt.subject.Site;

/**
 * A standing committee of an institution goes on file; one of the same kind and name replaces the entry.
 */
@ActType(
        value = "organisation.record-committee",
        by = {Role.QUALITY, Role.ADMINISTRATOR},
        signed = {Meaning.VERIFIED})
public record RecordCommittee(@Concerns Ref<Site> site, Committee committee) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(site, s -> s.seated(committee));
    }
}
