package org.opencgt.ledger;

/**
 * Something that follows from an entry and is kept in tables of another room, such as an edge of the genealogy. It rides
 * with the {@link Draft} and is written by its {@link Projection} in the transaction that appends the entry.
 */
public interface Fact {}
