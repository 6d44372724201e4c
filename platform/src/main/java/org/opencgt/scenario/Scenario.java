package org.opencgt.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.language.Bilingual;
import tools.jackson.databind.JsonNode;

/** A list of acts, with what the gate is expected to say. */
public record Scenario(String name, Bilingual title, List<Step> steps) {

    public Scenario {
        steps = List.copyOf(steps);
    }

    /**
     * One act.
     *
     * @param name of the step; empty if it has none
     * @param where file and line, for messages
     * @param perform type of the act
     * @param by who signs, the performer first
     * @param at when it was done
     * @param given the act's JSON; {@code ${name}} stands for a subject that an earlier step made
     * @param as names for the subjects that it makes, in the order of the act's components
     * @param justify reasons by clause
     */
    public record Step(
            String name,
            String where,
            String perform,
            List<String> by,
            Instant at,
            JsonNode given,
            List<String> as,
            Map<String, String> justify,
            Expectation expect) {}

    /**
     * What the gate is to say.
     *
     * @param clauses that the verdict must name as violated, at least; none for an accepted act
     */
    public record Expectation(Result result, List<String> clauses) {

        static final Expectation ACCEPTED = new Expectation(Result.ACCEPTED, List.of());
    }

    /** What can become of a step. */
    public enum Result {
        ACCEPTED,
        BLOCKED,
        FORBIDDEN,
        INVALID
    }

    /** Where the refusal of a broken scenario points to. */
    public static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1;

        Broken(String where, String what, @Nullable Throwable cause) {
            super(where + ": " + what, cause);
        }
    }
}
