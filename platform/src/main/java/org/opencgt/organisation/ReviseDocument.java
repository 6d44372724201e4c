package org.opencgt.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.ActType;
import org.opencgt.act.Concerns;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;
import org.opencgt.subject.Document;

/** A further version of a controlled document is written; the version in force stays so until this one is made effective. */
@ActType(value = "organisation.revise-document")
public record ReviseDocument(
        @Concerns Ref<Document> document,
        @Text(max = 20) String version,
        @Text(max = 1000, lines = true) String change,
        List<String> sections,
        @Text(max = 64, pattern = "[0-9a-f]{64}") @Nullable String sha256)
        implements Act {

    @Override
    public Effects effects(Occasion occasion) {
        Document.Version draft =
                new Document.Version(version, occasion.performer(), sections, null, null, null, null, sha256);
        return Effects.on(document, d -> d.drafted(draft));
    }
}
