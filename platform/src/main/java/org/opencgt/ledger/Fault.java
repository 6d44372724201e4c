package org.opencgt.ledger;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something in the ledger that is not as it was written.
 *
 * @param kind what is wrong
 * @param position of the entry; absent where it is not about one entry
 * @param detail which subject, column, tile or checkpoint
 */
public record Fault(Kind kind, @Nullable Long position, String detail) {

    /** What can be wrong. */
    public enum Kind {
        /** There is no entry at a position below the size of the ledger. */
        ENTRY_MISSING,
        /** There is an entry at or above the size of the ledger. */
        ENTRY_BEYOND_SIZE,
        /** The header is no header, or names another position. */
        HEADER,
        /** The content does not have the hash that the header says. */
        CONTENT,
        /** The header does not have the stored leaf hash. */
        LEAF,
        /** A column does not repeat what the header says. */
        COLUMN,
        /** The entry's place in a subject's chain does not follow the place before. */
        CHAIN,
        /** The stored list of a subject's entries is not what the headers say. */
        HISTORY,
        /** The stored end of a subject's chain is not where the chain ends. */
        SUBJECT,
        /** A stored tile of the tree is missing or not what the leaves give. */
        TILE,
        /** A checkpoint is not signed by the log's key, or not readable. */
        CHECKPOINT_SIGNATURE,
        /** A checkpoint was signed over other entries than these. */
        CHECKPOINT_ROOT,
        /** A person's signature is not right. */
        PERSON_SIGNATURE,
        /** The file is not an export, or was changed after it was written. */
        EXPORT
    }

    /** Key of the text in both languages; its parameters are position and detail. */
    public String key() {
        return "ledger.fault." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Fault at(Kind kind, long position, String detail) {
        return new Fault(kind, position, detail);
    }

    static Fault of(Kind kind, String detail) {
        return new Fault(kind, null, detail);
    }
}
