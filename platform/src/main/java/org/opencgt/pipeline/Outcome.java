package org.opencgt.pipeline;

import java.util.List;
import org.opencgt.act.Ref;
import org.opencgt.gate.Verdict;
import org.opencgt.ledger.Entry;
import tools.jackson.databind.JsonNode;

/** What became of a request. */
public sealed interface Outcome {

    /**
     * The act stands in the ledger.
     *
     * @param made the subjects that it brought into being
     */
    record Accepted(Entry entry, Verdict verdict, List<Ref<?>> made) implements Outcome {}

    /** The gate said no; the attempt stands in the ledger, and nothing else. */
    record Blocked(Entry refusal, Verdict verdict) implements Outcome {}

    /** The same request was answered before; this is its first answer. */
    record Repeated(JsonNode answer) implements Outcome {}

    /**
     * The answer to a question: what the gate would say now.
     *
     * @param made the subjects that the act would bring into being
     */
    record Checked(Verdict verdict, List<Ref<?>> made, JsonNode content) implements Outcome {}
}
