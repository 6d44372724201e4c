package org.opencgt.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Makes;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;
import org.opencgt.subject.Document;
import org.opencgt.subject.Site;

/**
 * A controlled document is written. It binds nobody before a version is made effective.
 *
 * @param sections what it covers, one word a part; of an archive list the documents that a file must hold
 * @param sha256 of the attachment that holds it, lower-case hex
 */
@ActType(value = "organisation.draft-document")
public record DraftDocument(
        @Makes Ref<Document> document,
        @Concerns Ref<Site> site,
        String title,
        Document.Category category,
        @Text(max = 20) String version,
        List<String> sections,
        @Text(max = 64, pattern = "[0-9a-f]{64}") @Nullable String sha256)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        Document.Version draft =
                new Document.Version(version, occasion.performer(), sections, null, null, null, null, sha256);
        return Effects.create(document, new Document(title, category, site, List.of(draft)));
    }
}
