package org.opencgt.records;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.ArchiveLocation;
import org.opencgt.subject.Site;

/** A place for files is entered in the register, with what protects it. */
@ActType(
        value = "records.register-archive-location",
        by = {Role.QUALITY, Role.ADMINISTRATOR})
public record RegisterArchiveLocation(
        @Makes Ref<ArchiveLocation> location,
        @Concerns Ref<Site> site,
        String name,
        List<ArchiveLocation.Condition> conditions)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(location, new ArchiveLocation(name, site, conditions, null))
                .andOn(site, s -> s.withArchive(location));
    }
}
