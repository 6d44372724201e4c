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
import org.opencgt.act.Subject;
import org.opencgt.act.Text;
import org.opencgt.subject.ArchiveFile;
import org.opencgt.subject.ArchiveLocation;
import org.opencgt.subject.Document;

/**
 * The files of a treatment or study are put away against the prescribed list.
 *
 * @param concerning what they are about
 * @param list the controlled document that says what the files must hold
 * @param version the version of the list
 * @param items every document of the list
 * @param shelf where in the location
 */
@ActType(
        value = "records.archive-files",
        by = {Role.QUALITY, Role.STUDY_COORDINATOR, Role.ADMINISTRATOR})
public record ArchiveFiles(
        @Makes Ref<ArchiveFile> file,
        @Concerns Ref<? extends Subject> concerning,
        @Concerns Ref<ArchiveLocation> location,
        @Concerns Ref<Document> list,
        @Text(max = 20) String version,
        List<ArchiveFile.Item> items,
        String shelf)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        return Effects.create(
                file, new ArchiveFile(concerning, location, list, shelf, items, occasion.performedAt(), false));
    }
}
