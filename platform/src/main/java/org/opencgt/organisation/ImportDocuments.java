package org.opencgt.organisation;

import java.util.List;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Meaning;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Text;
import org.opencgt.subject.Document;
import org.opencgt.subject.Site;

/**
 * A list of controlled documents is taken over, all of it or none, as drafts: none binds anybody before it is made effective.
 *
 * @param documents the identifiers, in the order of the rows
 */
@ActType(
        value = "organisation.import-documents",
        by = {Role.QUALITY, Role.ADMINISTRATOR},
        signed = {Meaning.VERIFIED})
public record ImportDocuments(
        @Makes List<Ref<Document>> documents, @Concerns Ref<Site> site, List<Row> rows) implements Act {

    public ImportDocuments {
        RowsTakenOver.requireOneEach(documents, rows);
    }

    public record Row(
            String title,
            Document.Category category,
            @Text(max = 20) String version) {}

    @Override
    public Effects effects(Occasion occasion) {
        return RowsTakenOver.create(
                documents,
                rows,
                row -> new Document(
                        row.title(),
                        row.category(),
                        site,
                        List.of(new Document.Version(
                                row.version(), occasion.performer(), List.of(), null, null, null, null, null))));
    }
}
