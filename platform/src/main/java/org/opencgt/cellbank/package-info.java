/**
 * Cell banks: lines, clones, passage studies, banks of all tiers with their tests, vials, withdrawals and requalification.
 */
@NullMarked
package org.opencgt.cellbank;

import org.jspecify.annotations.NullMarked;
