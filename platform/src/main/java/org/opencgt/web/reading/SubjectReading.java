package org.opencgt.web.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import tools.jackson.databind.node.ObjectNode;

/** The states of subjects and the acts that led to them. */
public interface SubjectReading {

    /**
     * A subject as it stands.
     *
     * @param state the state as JSON of its shape
     * @param version number of acts in its chain
     * @param changed when the last of them was recorded
     */
    record Standing(Ref<?> ref, ObjectNode state, long version, Instant changed) {}

    /**
     * What a table asks for.
     *
     * @param text found in identifier or state; empty for all
     * @param equal component of the state, such as {@code status} → the value that it must have
     * @param sort component of the state, {@code id} or {@code changed}
     * @param page from 0
     */
    record Query(String text, Map<String, String> equal, String sort, boolean descending, int page, int size) {

        public Query {
            equal = Map.copyOf(equal);
        }
    }

    /** One page of a table. */
    record Found(List<Standing> rows, long total) {

        public Found {
            rows = List.copyOf(rows);
        }
    }

    Optional<Standing> find(Ref<?> ref);

    /** The subjects among these that exist, by reference. */
    Map<String, Standing> findAll(Collection<String> refs);

    Found list(String kind, Query query);

    /**
     * Subjects of any kind whose identifier, name or label code is or contains the text, the best first; patients also by name or
     * hospital number, for a reader who may see these.
     */
    List<Standing> search(String text, @Nullable String kind, int limit, SignedIn reader);

    /** Whether the vault token stands for exactly this text of the subject ({@link org.opencgt.act.Whose}). */
    boolean isSameAs(String token, Ref<?> subject, String text);

    /**
     * The end of a subject's history.
     *
     * @param more whether there are older entries
     */
    record Told(List<ActEntry> entries, boolean more) {

        public Told {
            entries = List.copyOf(entries);
        }
    }

    /** The acts in the subject's chain and the refused attempts on it, the newest first. */
    Told history(Ref<?> ref, int limit);

    /** Personal data behind a vault token, for somebody who may read them. */
    Optional<String> reveal(String token, SignedIn reader);
}
