/** Comparability of a product before and after a change: equivalence, ranges, tolerance limits, profiles, planning. */
@org.jspecify.annotations.NullMarked
package org.opencgt.science.comparability;
