package org.opencgt.science.stability;

import org.opencgt.science.TextKey;

/** What can be wrong with data of this package. */
enum StabilityFault implements TextKey {
    NO_READINGS,
    BELOW_ABSOLUTE_ZERO,
    NO_DURATION,
    UNEQUAL_LENGTHS,
    NO_RESULTS,
    ONE_TIME_POINT,
    TOO_FEW_RESULTS,
    NEGATIVE_TIME,
    NOT_TRANSFORMABLE,
    LIMITS_OF_SIDE,
    LIMITS_REVERSED,
    CONFIDENCE
}
