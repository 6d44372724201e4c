package org.opencgt.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.language.Bilingual;

/**
 * What one rule says about an act.
 *
 * @param missing facts without which it cannot be decided; empty unless the result is, or was before it was lifted,
 *     {@link Result#UNKNOWN}
 * @param error the engine's words; null unless the result is {@link Result#ERROR}
 * @param title the clause's
 * @param message what is missing or wrong and who can supply it
 * @param subject the first of the act's subjects that the rule reads; null where the act names none
 * @param justification why the act goes on nevertheless; null unless the result is {@link Result#LIFTED}
 */
public record Finding(
        String clause,
        String pack,
        String packVersion,
        Strength strength,
        Result result,
        List<String> missing,
        @Nullable String error,
        Bilingual title,
        Bilingual message,
        @Nullable Ref<? extends Subject> subject,
        @Nullable String justification) {

    public Finding {
        missing = List.copyOf(missing);
    }

    /** How a rule came out. */
    public enum Result {
        HOLDS,
        FAILS,
        /** Undecided, since facts are missing. */
        UNKNOWN,
        /** The rule broke down; blocks whatever its strength. */
        ERROR,
        /** A {@link Strength#MAY} that the product did not adopt: not evaluated. */
        NOT_ADOPTED,
        /** A {@link Strength#SHOULD} that fails or is unknown, lifted by a justification. */
        LIFTED
    }

    /** What the finding means for the act. */
    Verdict.Outcome outcome() {
        return switch (result) {
            case HOLDS, NOT_ADOPTED -> Verdict.Outcome.ACCEPTED;
            case LIFTED -> Verdict.Outcome.ACCEPTED_WITH_JUSTIFICATION;
            case ERROR -> Verdict.Outcome.BLOCKED;
            case FAILS, UNKNOWN ->
                strength == Strength.SHOULD ? Verdict.Outcome.NEEDS_JUSTIFICATION : Verdict.Outcome.BLOCKED;
        };
    }
}
