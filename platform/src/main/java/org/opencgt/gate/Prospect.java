package org.opencgt.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Field;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/**
 * An act that somebody might perform on a subject, before any of its data are given.
 *
 * @param component of the act that would refer to the subject
 * @param actor who would perform it; null: somebody, not known yet
 */
public record Prospect(
        ActDeclaration declaration,
        Field component,
        Ref<? extends Subject> subject,
        @Nullable Ref<? extends Subject> actor,
        Instant now,
        Facts facts) {

    /** Whether a missing fact is one of the subject, rather than one that the act’s form will ask for. */
    public boolean ofSubject(String path) {
        String own = component.name() + ".";
        String inner = component.name() + "[0].";
        return path.startsWith(own)
                || path.startsWith(inner)
                || path.startsWith("act." + own)
                || path.startsWith("act." + inner);
    }
}
