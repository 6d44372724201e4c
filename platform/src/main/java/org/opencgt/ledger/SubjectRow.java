package org.opencgt.ledger;

/**
 * The end of a subject's chain and the state there.
 *
 * @param ref the subject
 * @param kind the part of the ref before the colon
 * @param version of its last entry
 * @param position of its last entry
 * @param head leaf hash of its last entry
 * @param state JSON
 */
public record SubjectRow(String ref, String kind, long version, long position, Hash head, String state) {}
