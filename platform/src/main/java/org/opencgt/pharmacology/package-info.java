/**
 * Clinical pharmacology of a study: plan, assays, sampling, results, and what the kinetics engines find in them.
 */
@NullMarked
package org.opencgt.pharmacology;

import org.jspecify.annotations.NullMarked;
