package org.opencgt.science.dosefinding.design;

import org.opencgt.science.TextKey;

/** Reasons for decisions. */
enum DesignReason implements TextKey {
    ESCALATE,
    STAY,
    DEESCALATE,
    ELIMINATE,
    STAY_AT_LOWEST,
    STAY_AT_HIGHEST,
    STAY_BELOW_ELIMINATED,
    STOP_TOO_TOXIC,
    NOBODY_YET,
    TOO_TOXIC,
    RATE_AT_MOST,
    RATE_BETWEEN,
    RATE_AT_LEAST,
    MASS_BELOW_TARGET,
    MASS_IN_TARGET,
    MASS_ABOVE_TARGET,
    TABLE_SAYS,
    COMPLETE_DOSE,
    TOLERATED,
    NOT_TOLERATED,
    STOP_WITH_DOSE,
    STOP_WITHOUT_DOSE
}
