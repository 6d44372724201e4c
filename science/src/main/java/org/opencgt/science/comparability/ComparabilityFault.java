package org.opencgt.science.comparability;

import org.opencgt.science.TextKey;

/** What can be wrong with data and settings of this package. */
public enum ComparabilityFault implements TextKey {
    TOO_FEW_VALUES,
    NO_VARIATION,
    MARGIN_WOULD_BE_ZERO,
    NO_DIFFERENCES_VARY,
    NOT_POSITIVE,
    MARGINS_REVERSED,
    ALPHA_TOO_LARGE,
    UNEQUAL_LENGTHS,
    NO_COMMON_TIMES,
    NEGATIVE_COUNT,
    UNKNOWN_GROUP,
    POWER_OUT_OF_REACH,
    NO_MARGIN,
    PLAN_METHOD_UNKNOWN,
    PLAN_TWICE,
    PLAN_MARGIN_MISSING,
    PLAN_EMPTY,
    IN_ATTRIBUTE
}
