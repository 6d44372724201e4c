package org.opencgt.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The place of an entry in the chain of one subject.
 *
 * @param ref the subject
 * @param version 1 for the subject's first entry, then one more each
 * @param previous leaf hash of the subject's entry before; absent for its first
 */
public record Link(String ref, long version, @Nullable Hash previous) {}
