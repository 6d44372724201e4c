package org.opencgt.records;

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
import org.opencgt.subject.ArchiveLocation;

/** The protection of a place for files is looked at again. */
@ActType(
        value = "records.inspect-archive-location",
        by = {Role.QUALITY, Role.ADMINISTRATOR},
        signed = {Meaning.VERIFIED})
public record InspectArchiveLocation(
        @Concerns Ref<ArchiveLocation> location, LocalDate inspected, List<ArchiveLocation.Condition> conditions)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(location, l -> l.inspected(inspected, conditions));
    }
}
