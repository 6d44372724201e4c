package org.opencgt.records;

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
import org.opencgt.subject.ArchiveFile;
import org.opencgt.subject.Retention;

/** Records whose time of keeping is over are destroyed. */
@ActType(
        value = "records.destroy",
        by = {Role.QUALITY},
        signed = {Meaning.PERFORMED, Meaning.APPROVED})
public record DestroyRecords(
        @Concerns Ref<Retention> retention,
        @Concerns @Nullable Ref<ArchiveFile> file,
        LocalDate destroyed,
        String method)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(retention, r -> r.withDestroyed(destroyed)).andOnPresent(file, f -> f.withDestroyed(true));
    }
}
