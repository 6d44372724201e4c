package org.opencgt.science.dosefinding.cli;

import org.opencgt.science.TextKey;

/** What can be wrong with the options of this area. */
enum DoseOptionFault implements TextKey {
    NOT_OF_THIS_DESIGN,
    TABLE_NEEDED,
    FOLLOW_UP_UNUSED,
    FOUR_UTILITIES,
    TRUTH_NEEDED,
    ACCRUAL_NEEDED,
    NO_EXACT_TIME,
    DOSES_NEEDED,
    VALUES_DO_NOT_FIT,
    NEEDED_FOR_METHOD,
    TOLERANCE_OR_LIMITS,
    TOLERANCE_OR_BOTH_LIMITS,
    ONE_FOR_EACH_LEVEL
}
