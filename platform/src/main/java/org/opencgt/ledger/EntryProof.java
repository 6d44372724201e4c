package org.opencgt.ledger;

/**
 * Proof that an entry stands in the ledger, for people who have only the log's verifier key.
 *
 * @param entry what is proved
 * @param proof from its leaf to the root
 * @param checkpoint that signs the root
 */
public record EntryProof(Entry entry, InclusionProof proof, SignedNote checkpoint) {

    /** In the format of C2SP tlog-proof. */
    public String text() {
        StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\nindex ").append(proof.index());
        proof.path().forEach(hash -> text.append('\n').append(hash.base64()));
        return text.append("\n\n").append(checkpoint).toString();
    }
}
