package org.opencgt.guideline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Role;
import org.opencgt.gate.Expression;
import org.opencgt.language.Bilingual;

/** What makes a clause work. */
public sealed interface Rule {

    Mechanism mechanism();

    /** The act types that the rule is about, in order; none for analyses and profiles. */
    List<String> acts();

    DecidedBy decidedBy();

    List<Example> examples();

    /** Where the rule starts in its pack file. */
    int line();

    /**
     * Conditions on acts of some types.
     *
     * @param byAct the expressions, compiled for each act type
     * @param message what is missing or wrong and who can supply it
     */
    record Condition(Map<String, Compiled> byAct, Bilingual message) {

        /**
         * @param applies null: always
         */
        public record Compiled(@Nullable Expression applies, Expression require) {}
    }

    /** An act may happen only where the condition holds. */
    record GateRule(List<String> acts, Condition condition, DecidedBy decidedBy, List<Example> examples, int line)
            implements Rule {
        @Override
        public Mechanism mechanism() {
            return Mechanism.GATE;
        }
    }

    /** An act may happen only where a document or a qualification is in force. */
    record EvidenceRule(List<String> acts, Condition condition, DecidedBy decidedBy, List<Example> examples, int line)
            implements Rule {
        @Override
        public Mechanism mechanism() {
            return Mechanism.EVIDENCE;
        }
    }

    /**
     * An act opens work that is due at a time, once or repeatedly, until another act fulfils it.
     *
     * @param name unique within the pack
     * @param opens by the act type that opens it
     * @param fulfils by the act type that fulfils it: whether that act does; null: always
     * @param by roles whose work it is
     */
    record ObligationRule(
            String name,
            Bilingual title,
            Map<String, Opening> opens,
            Map<String, @Nullable Expression> fulfils,
            List<Role> by,
            List<Example> examples,
            int line)
            implements Rule {

        /**
         * @param applies null: always
         * @param subjects references of those who owe it, a list of text
         * @param due the first time
         * @param every how long after each due time the next is; null: once
         * @param times how often in all; null: until {@code until}
         * @param until the last due time possible; null: {@code times}
         */
        public record Opening(
                @Nullable Expression applies,
                Expression subjects,
                Expression due,
                @Nullable Expression every,
                @Nullable Expression times,
                @Nullable Expression until) {}

        @Override
        public Mechanism mechanism() {
            return Mechanism.OBLIGATION;
        }

        @Override
        public List<String> acts() {
            return List.copyOf(opens.keySet());
        }

        @Override
        public DecidedBy decidedBy() {
            return DecidedBy.DATA;
        }
    }

    /**
     * A result of an engine on data of the ledger.
     *
     * @param engine the command that computes it, for example {@code stability shelf-life}
     * @param about what the result says about the clause
     */
    record AnalysisRule(String engine, @Nullable Bilingual about, DecidedBy decidedBy, int line) implements Rule {
        @Override
        public Mechanism mechanism() {
            return Mechanism.ANALYSIS;
        }

        @Override
        public List<String> acts() {
            return List.of();
        }

        @Override
        public List<Example> examples() {
            return List.of();
        }
    }

    /** What the clause says about a product: the value of an expression over {@code product}. */
    record ProfileRule(Expression value, DecidedBy decidedBy, List<Example> examples, int line) implements Rule {
        @Override
        public Mechanism mechanism() {
            return Mechanism.PROFILE;
        }

        @Override
        public List<String> acts() {
            return List.of();
        }
    }
}
