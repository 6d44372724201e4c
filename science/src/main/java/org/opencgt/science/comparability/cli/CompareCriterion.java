package org.opencgt.science.comparability.cli;

import org.opencgt.science.TextKey;

/** The criteria that commands of this area can find not met. */
enum CompareCriterion implements TextKey {
    NOT_EQUIVALENT,
    TOO_FEW_INSIDE,
    LIMIT_BELOW_SPECIFICATION,
    LIMIT_ABOVE_SPECIFICATION,
    SAMPLE_TOO_SMALL,
    ATTRIBUTE_NOT_MET
}
