package org.opencgt.scenario;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Where a scenario is played: in this process, or on a server over REST. */
public interface Stage {

    /**
     * What became of a step.
     *
     * @param violated clauses that stood against it
     * @param made subjects that it brought into being
     * @param message in words, empty if accepted
     */
    record Played(Scenario.Result result, List<String> violated, List<String> made, String message, JsonNode answer) {}

    /** Performs the step; {@code given} has all names replaced. */
    Played play(Scenario.Step step, JsonNode given);

    /** The same stage for another course of events from here on: what is learnt on one is unknown to the other. */
    Stage fork();
}
