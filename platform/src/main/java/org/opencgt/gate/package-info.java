/**
 * Whether an act may happen: typed expressions over the act, its occasion and the states that it concerns, and the verdict
 * that follows from the rules of the packs in force. Knows nothing of pack files.
 */
@NullMarked
package org.opencgt.gate;

import org.jspecify.annotations.NullMarked;
