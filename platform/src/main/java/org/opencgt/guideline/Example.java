package org.opencgt.guideline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A case that a rule must decide as said.
 *
 * @param line in the pack file
 * @param act the act type of the case; null: the rule's first
 * @param due of an obligation that opens; null where the example does not say it
 * @param value of a profile; null for other rules
 * @param given the facts of the case
 */
public record Example(
        int line,
        @Nullable String act,
        Expected expected,
        @Nullable Instant due,
        @Nullable JsonNode value,
        JsonNode given) {

    /** What the rule must say. */
    public enum Expected {
        /** A gate holds, an obligation opens. */
        YES,
        /** A gate fails, an obligation does not open. */
        NO,
        /** A gate lacks facts. */
        UNKNOWN,
        /** A gate has nothing to say about the case. */
        NOT_APPLICABLE,
        /** A profile gives {@link Example#value()}. */
        VALUE
    }
}
