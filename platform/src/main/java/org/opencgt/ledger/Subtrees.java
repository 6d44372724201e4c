package org.opencgt.ledger;

/** Where the roots of full subtrees come from: tiles and leaves in the database, or a list in memory. */
@FunctionalInterface
interface Subtrees {

    /** The root over the {@code 2^level} leaves that begin at leaf {@code index * 2^level}. */
    Hash root(int level, long index);
}
