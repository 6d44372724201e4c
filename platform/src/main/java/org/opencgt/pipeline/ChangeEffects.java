package org.opencgt.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.gate.Answer;
import org.opencgt.guideline.GuidelineStatus;
import org.opencgt.language.Bilingual;

/**
 * What two versions of a pack say of the acts that could be next for a product.
 *
 * @param product null: subjects that lead to no product, whose acts every pack judges
 * @param attachedBefore whether the earlier version is about the product
 * @param attachedAfter whether the later version is
 * @param effects what the changed rules say of its subjects, what newly blocks first
 * @param answers what changed profiles say of the product
 * @param asked how each changed clause came out the last time that an act about the product asked it; clauses that none asked
 *     are not in it
 */
public record ChangeEffects(
        @Nullable Ref<? extends Subject> product,
        boolean attachedBefore,
        boolean attachedAfter,
        List<Effect> effects,
        List<ProfileAnswer> answers,
        Map<String, GuidelineStatus.Line> asked) {

    public ChangeEffects {
        effects = List.copyOf(effects);
        answers = List.copyOf(answers);
        asked = Map.copyOf(asked);
    }

    /** How a clause stands in the way of an act, the graver the later. */
    public enum Meaning {
        /** The version has no such clause, or no rule of it at this gate, or the pack is not about the product. */
        NOT_ASKED,
        /** It has nothing to say about the subject, or was not adopted. */
        NOT_APPLICABLE,
        HOLDS,
        /** The act's own data decide. */
        AT_THE_ACT,
        /** It does not hold, or lacks a fact of the subject, and can be lifted by a justification. */
        JUSTIFICATION,
        /** It lacks a fact of the subject, and blocks until that is recorded. */
        LACKS_FACT,
        /** It does not hold, and blocks. */
        BLOCKS;

        /** As in interfaces. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean open() {
            return this == NOT_ASKED || this == NOT_APPLICABLE || this == HOLDS;
        }

        boolean stops() {
            return this == LACKS_FACT || this == BLOCKS;
        }
    }

    /** Where the later version leads. */
    public enum Turn {
        /** What the earlier version let pass, or left to the act, the later one stops. */
        NEWLY_BLOCKS,
        /** It passes with a justification now, no longer freely or no longer not at all. */
        NEWLY_JUSTIFIED,
        /** The act is asked for data that decide. */
        NEWLY_ASKED,
        /** What was in the way is so no longer. */
        NEWLY_PASSES,
        /** Both leave it to the act's data, by different rules. */
        OTHER_RULE,
        SAME;

        /** As in interfaces. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * @param otherwise whether the two versions ask by different rules or with different strength
         */
        static Turn of(Meaning before, Meaning after, boolean otherwise) {
            return switch (after) {
                case NOT_ASKED, NOT_APPLICABLE, HOLDS -> before.open() ? SAME : NEWLY_PASSES;
                case AT_THE_ACT -> before != after ? NEWLY_ASKED : otherwise ? OTHER_RULE : SAME;
                case JUSTIFICATION -> before == after ? SAME : NEWLY_JUSTIFIED;
                case LACKS_FACT, BLOCKS -> before.stops() ? SAME : NEWLY_BLOCKS;
            };
        }
    }

    /**
     * How a clause stands in one version.
     *
     * @param missing facts without which it cannot be decided
     * @param message what is missing or wrong and who can supply it; null where nothing is
     */
    public record Side(
            Meaning meaning, List<String> missing, @Nullable Bilingual message) {

        public Side {
            missing = List.copyOf(missing);
        }

        static final Side NOT_ASKED = new Side(Meaning.NOT_ASKED, List.of(), null);
    }

    /**
     * A changed clause at the gate of an act type, with all subjects for which it comes out alike.
     *
     * @param act type
     * @param subjects the last acted on first
     */
    public record Effect(
            String clause, String act, Side before, Side after, Turn turn, List<Ref<? extends Subject>> subjects) {

        public Effect {
            subjects = List.copyOf(subjects);
        }
    }

    /** What a changed profile says of the product; null where the version has none. */
    public record ProfileAnswer(
            String clause,
            @Nullable Answer before,
            @Nullable Answer after) {}

    /** How many subjects turn that way, each counted for every clause and act. */
    public int count(Turn turn) {
        return effects.stream()
                .filter(effect -> effect.turn() == turn)
                .mapToInt(effect -> effect.subjects().size())
                .sum();
    }
}
