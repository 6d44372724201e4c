/** Dose finding of a study: plan, cohorts, doses, dose-limiting toxicity, decisions. */
@NullMarked
package org.opencgt.dosefinding;

import org.jspecify.annotations.NullMarked;
