package org.opencgt.science.potency.cli;

import org.opencgt.science.TextKey;

/** The criteria that commands of this area can find not met. */
enum PotencyCriterion implements TextKey {
    NO_DOSE_RESPONSE,
    NOT_PARALLEL,
    NOT_EQUIVALENT,
    LYSIS_BELOW_LIMIT,
    FOLD_BELOW_LIMIT
}
