package org.opencgt.science.kinetics;

import org.opencgt.science.TextKey;

/** What can be wrong with data and settings of this package. */
enum KineticsFault implements TextKey {
    UNEQUAL_LENGTHS,
    DUPLICATE_TIME,
    LIMIT_UNKNOWN,
    UNREADABLE_BELOW_LIMIT_RULE,
    UNUSABLE_INTERVAL,
    ENDLESS_INTERVAL,
    TOO_FEW_POINTS_ASKED,
    UNUSABLE_TOLERANCE,
    NO_ROWS,
    SUBJECT_MISSING,
    TIME_MISSING,
    LIMIT_NOT_POSITIVE,
    NEGATIVE_CONCENTRATION,
    TWO_RESULTS_AT_ONE_TIME,
    VARIES_WITHIN_SUBJECT
}
