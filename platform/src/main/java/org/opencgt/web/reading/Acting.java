package org.opencgt.web.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Fault;
import org.opencgt.act.Ref;
import org.opencgt.language.Bilingual;
import tools.jackson.databind.node.ObjectNode;

/** Tries and performs acts. */
public interface Acting {

    /**
     * An act as filled in.
     *
     * @param type of the act
     * @param act its data as JSON
     * @param lateReason why it is recorded late, where it is
     * @param justifications clause → reason, for clauses that ask for one
     * @param key repeats of the same request carry the same key and perform nothing twice
     */
    record Proposal(
            String type,
            ObjectNode act,
            Instant performedAt,
            @Nullable String lateReason,
            Map<String, String> justifications,
            String key) {

        public Proposal {
            justifications = Map.copyOf(justifications);
        }
    }

    /** A signer's credentials. */
    record Credential(String login, char[] password) {}

    /** What came of it. */
    sealed interface Answer {}

    /** Recorded as {@code entry}; {@code made} are the subjects that it brought into being. */
    record Performed(String entry, List<String> made) implements Answer {}

    /** Tried only: this is what the gate says. */
    record Tried(Judgement verdict) implements Answer {}

    /** The gate refused; the attempt is in the ledger. */
    record Refused(Judgement verdict) implements Answer {}

    /** The input is no act of its type. Faults of a signer have the path {@code signer[n]}. */
    record Invalid(List<Fault> faults) implements Answer {}

    /** The people may not do it here. */
    record Forbidden(Bilingual why) implements Answer {}

    /** It could not be stored, or nobody knows whether it was; to ask again under the same key is safe. */
    record Unavailable(Bilingual why) implements Answer {}

    /** What was sent under the key before is recorded, and was something else. */
    record KeyReused() implements Answer {}

    /** How an act stands for a subject before any of its data are given. */
    enum Readiness {
        READY,
        JUSTIFY,
        BLOCKED,
        WAITING
    }

    /**
     * An act that could be next.
     *
     * @param component of the act that refers to the subject
     * @param finding what stands in its way, where something does
     */
    record Possible(
            String type, String component, Readiness readiness, Judgement.@Nullable Finding finding, boolean mine) {}

    /**
     * Asks the gate; stores nothing.
     *
     * @param logins who would sign, the performer first; may be fewer than the act asks for
     */
    Answer check(Proposal proposal, List<String> logins);

    Answer perform(Proposal proposal, List<Credential> signers);

    /** The acts that concern subjects of its kind, each with its gate evaluated on what is known so far. */
    List<Possible> possible(Ref<?> subject, SignedIn by);
}
