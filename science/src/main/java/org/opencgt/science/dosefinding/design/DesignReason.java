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
    RATE_AT_LEAST
}
