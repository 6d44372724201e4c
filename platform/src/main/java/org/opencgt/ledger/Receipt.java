package org.opencgt.ledger;

/** The answer to a {@link Draft}. */
public sealed interface Receipt {

    /** The entry stands in the ledger and survives any crash. */
    record Appended(Entry entry) implements Receipt {}

    /** A request with this key was answered before: its first answer. Nothing was performed now. */
    record Replayed(String response) implements Receipt {}
}
