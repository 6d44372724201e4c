package org.opencgt.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An entry that asks to be appended.
 *
 * @param id from {@link EntryId}
 * @param type what kind of act; no quotes or control characters
 * @param content the act as JSON; made canonical here
 * @param performer ref of who did it
 * @param performedAt when, as the performer states; kept to the microsecond, as PostgreSQL does
 * @param recordedAt when the server took it in; likewise
 * @param signatures JSON array, opaque to the ledger; made canonical here
 * @param verdict JSON, opaque to the ledger; made canonical here
 * @param subjects whose chains it joins, in order, each at most once
 * @param reads the versions of further subjects on which the verdict rests (0: did not exist); they must not have moved
 * @param request the client's request that this answers, if it carried an idempotency key
 * @param facts what follows from the entry and other rooms keep
 */
public record Draft(
        String id,
        String type,
        String content,
        String performer,
        Instant performedAt,
        Instant recordedAt,
        String signatures,
        String verdict,
        List<Advance> subjects,
        Map<String, Long> reads,
        @Nullable Request request,
        List<Fact> facts) {

    /**
     * One subject goes on.
     *
     * @param ref the subject
     * @param expected its version as read; 0 if it must not exist yet
     * @param state what it becomes, JSON
     */
    public record Advance(String ref, long expected, String state) {}

    /**
     * A request with an idempotency key. The first answer to it is stored with the entry and given again.
     *
     * @param caller who asks; keys of different callers never meet
     * @param key the caller's
     * @param hash of the request: the same key with another request is refused
     * @param response the answer to store, made from the appended entry
     */
    public record Request(String caller, String key, Hash hash, Function<Entry, String> response) {}

    public Draft {
        performedAt = performedAt.truncatedTo(ChronoUnit.MICROS);
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
        content = CanonicalJson.of(content);
        signatures = CanonicalJson.of(signatures);
        verdict = CanonicalJson.of(verdict);
        if (!signatures.startsWith("[")) {
            throw new IllegalArgumentException("signatures are a JSON array");
        }
        subjects = List.copyOf(subjects);
        reads = Map.copyOf(reads);
        facts = List.copyOf(facts);
        Set<String> refs = new HashSet<>();
        for (Advance advance : subjects) {
            if (!refs.add(advance.ref())) {
                throw new IllegalArgumentException("an entry joins the chain of " + advance.ref() + " twice");
            }
        }
    }
}
