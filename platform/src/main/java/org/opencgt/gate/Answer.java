package org.opencgt.gate;

import java.util.List;

/** What an expression gives. */
public sealed interface Answer {

    /** A value: {@code Boolean}, {@code Double}, {@code Long}, {@code String}, {@code Instant}, {@code Duration}, a list or a map. */
    record Is(Object value) implements Answer {}

    /**
     * Undecided: facts are missing.
     *
     * @param facts paths such as {@code unit.thawing.finished}, at least one
     */
    record Missing(List<String> facts) implements Answer {
        public Missing {
            facts = List.copyOf(facts);
        }
    }

    /** The expression broke down: too costly, an overflow, a division by zero. Says why, in the engine's words. */
    record Broken(String why) implements Answer {}

    /** Whether the answer is the truth value {@code true}. */
    default boolean isTrue() {
        return this instanceof Is(Boolean value) && value;
    }

    /** Whether the answer is the truth value {@code false}. */
    default boolean isFalse() {
        return this instanceof Is(Boolean value) && !value;
    }
}
