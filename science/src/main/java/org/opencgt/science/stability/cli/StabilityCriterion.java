package org.opencgt.science.stability.cli;

import org.opencgt.science.TextKey;

/** The criteria that commands of this area can find not met. */
enum StabilityCriterion implements TextKey {
    MKT_OVER_LIMIT,
    CLAIM_NOT_BORNE
}
