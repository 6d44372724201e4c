package org.opencgt.records;

import java.time.Duration;
import java.time.Instant;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.subject.Site;

/**
 * The electronic records of a site were copied.
 *
 * @param kept where the copy is
 * @param restoreTested whether the copy was read back
 * @param every the longest time between two backups that the site allows itself
 */
@ActType(
        value = "records.record-backup",
        by = {Role.ADMINISTRATOR, Role.INSTRUMENT})
public record RecordBackup(
        @Concerns Ref<Site> site, Instant finished, String kept, boolean restoreTested, Duration every) implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.on(site, s -> s.withLastBackup(new Site.Backup(finished, kept, restoreTested, every)));
    }
}
