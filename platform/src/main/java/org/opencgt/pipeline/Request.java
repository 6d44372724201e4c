package org.opencgt.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencgt.access.Signer;
import org.opencgt.act.Ref;
import org.opencgt.subject.Site;
import tools.jackson.databind.JsonNode;

/**
 * Somebody asks to perform an act.
 *
 * @param type name of the act
 * @param act its JSON
 * @param performedAt when it was done; absent: now
 * @param lateReason why it is recorded late, where it is
 * @param signers who sign, the performer first, all with their credentials open
 * @param justifications reasons by clause, for clauses of strength "should" that do not hold
 * @param idempotencyKey a key under which a repeated request gets the first answer
 * @param boundTo the site to which the caller's token is bound; absent for people
 */
public record Request(
        String type,
        JsonNode act,
        @Nullable Instant performedAt,
        @Nullable String lateReason,
        List<Signer> signers,
        Map<String, String> justifications,
        @Nullable String idempotencyKey,
        @Nullable Ref<Site> boundTo) {

    public Request {
        signers = List.copyOf(signers);
        justifications = Map.copyOf(justifications);
    }

    /** An act done now by the signers. */
    public static Request of(String type, JsonNode act, List<Signer> signers) {
        return new Request(type, act, null, null, signers, Map.of(), null, null);
    }
}
