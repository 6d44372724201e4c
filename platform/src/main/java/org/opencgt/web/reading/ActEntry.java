package org.opencgt.web.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Signature;
import tools.jackson.databind.node.ObjectNode;

/**
 * An act as it stands in the ledger.
 *
 * @param id of the entry
 * @param position in the ledger, from 0
 * @param type of the act; of a refused attempt the act that was tried
 * @param act its data as JSON of its shape
 * @param verdict clause by clause, null where no rule applied
 * @param corrects entry that this one corrects
 * @param correctedBy entry that corrects this one
 * @param reason of a correction
 * @param refused whether the gate refused it and nothing changed
 * @param subjects that it concerned
 */
public record ActEntry(
        String id,
        long position,
        String type,
        ObjectNode act,
        Instant performedAt,
        Instant recordedAt,
        String performer,
        List<Signature> signatures,
        @Nullable Judgement verdict,
        @Nullable String corrects,
        @Nullable String correctedBy,
        @Nullable String reason,
        boolean refused,
        List<String> subjects,
        String contentHash,
        String leafHash) {

    public ActEntry {
        signatures = List.copyOf(signatures);
        subjects = List.copyOf(subjects);
    }
}
