/**
 * REST: the vocabulary, acts, subjects, lineage, guidelines, ledger, as JSON. Faults are problems (RFC 9457).
 */
@NullMarked
package org.opencgt.api;

import org.jspecify.annotations.NullMarked;
