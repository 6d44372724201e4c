package org.opencgt.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says about an act of which only the subject is known.
 *
 * @param missing facts without which it cannot be decided; empty unless {@link Standing#UNKNOWN} or {@link
 *     Standing#APPLICATION_OPEN}
 * @param error the engine's words; null unless {@link Standing#ERROR}
 */
public record Foreseen(
        Check check,
        Standing standing,
        List<String> missing,
        @Nullable String error) {

    public Foreseen {
        missing = List.copyOf(missing);
    }

    static Foreseen of(Check check, Standing standing) {
        return new Foreseen(check, standing, List.of(), null);
    }

    /** How a rule stands beforehand. */
    public enum Standing {
        /** It holds whatever is filled in. */
        HOLDS,
        /** It does not hold whatever is filled in. */
        FAILS,
        /** Undecided, since facts are missing: the act's own, or the subject's. */
        UNKNOWN,
        /** The rule broke down. */
        ERROR,
        /** It has nothing to say about such an act. */
        NOT_APPLICABLE,
        /** Undecided whether it has anything to say. */
        APPLICATION_OPEN,
        /** A {@link Strength#MAY} that the product did not adopt. */
        NOT_ADOPTED
    }
}
