package org.opencgt.subject;

import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/**
 * A part of a combination product that is not cells (IC-5.4q, SC-4.3b).
 *
 * @param interaction study of what it and the cells do to each other
 * @param function study of what it does to what the cells can do
 */
public record Component(
        String name,
        Kind kind,
        @Nullable @Text(max = 1000, lines = true) String description,
        @Nullable @Text(max = 500) String justification,
        @Nullable Ref<Document> safety,
        @Nullable Ref<Document> fitness,
        @Nullable Ref<Document> interaction,
        @Nullable Ref<Document> function,
        @Nullable Ref<Risk> risk) {

    public enum Kind {
        STANDALONE_DEVICE,
        ACTIVE_IMPLANTABLE_DEVICE,
        MATRIX,
        MICROCAPSULE,
        INCLUSION_BODY
    }
}
