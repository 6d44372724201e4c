/**
 * The append-only book: append, hash, checkpoint, proof, verify. Knows nothing of acts' meaning.
 *
 * <p>{@link org.opencgt.ledger.Sequencer} tells the path of an entry, {@link org.opencgt.ledger.Ledger} reads,
 * {@link org.opencgt.ledger.Checkpointer} signs, {@link org.opencgt.ledger.Verification} recomputes everything.
 */
@NullMarked
package org.opencgt.ledger;

import org.jspecify.annotations.NullMarked;
