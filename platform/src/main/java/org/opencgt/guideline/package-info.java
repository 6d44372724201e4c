/**
 * Guidelines as packs: every clause of every guideline, the rules that serve it and the examples that prove the rules.
 */
@NullMarked
package org.opencgt.guideline;

import org.jspecify.annotations.NullMarked;
