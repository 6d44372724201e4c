package org.opencgt.ledger;

/** What is stored contradicts itself or an earlier checkpoint: nothing is signed any more until people have looked. */
public final class LedgerInconsistent extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LedgerInconsistent(String message) {
        super(message);
    }
}
