package org.opencgt.act;

import java.time.Instant;
import java.util.List;

/**
 * The circumstances of an act that are not its data.
 *
 * @param entry identifier of the ledger entry
 * @param performedAt when it was done, as the performer states
 * @param recordedAt when the server took it in
 * @param performer who did it: the first signer
 * @param signers all signers in order, the performer first
 */
public record Occasion(
        String entry,
        Instant performedAt,
        Instant recordedAt,
        Ref<? extends Subject> performer,
        List<Ref<? extends Subject>> signers) {

    public Occasion {
        signers = List.copyOf(signers);
    }
}
