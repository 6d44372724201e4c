package org.opencgt.science.dosefinding;

import org.opencgt.science.TextKey;

/** What can be wrong with a design, a trial or its data. */
public enum DoseFindingFault implements TextKey {
    AT_DOSE,
    NO_DOSES,
    NEGATIVE_COUNT,
    MORE_THAN_PATIENTS,
    LENGTHS_DIFFER,
    CURRENT_OUT_OF_RANGE,
    LAST_COHORT_NOT_AT_CURRENT,
    RESPONSES_NEEDED,
    NOT_BETWEEN,
    NOT_WITHIN,
    NOT_BELOW,
    TOO_CLOSE_TO_TARGET,
    NOT_IN_TABLE,
    EMPTY_TABLE,
    CELL_TWICE,
    CELL_MISSING,
    CELL_NOT_A_COUNT,
    CELL_NOT_A_DECISION,
    NOT_A_DECISION,
    BOLDER_AFTER_MORE,
    TOO_MANY_FOR_THREE_PLUS_THREE,
    UTILITY_ORDER,
    UTILITY_NOT_ADDITIVE,
    ACTIONS_DO_NOT_FIT,
    NOT_AN_ACTION,
    TRUE_EFFICACY_NEEDED,
    OTHER_NUMBER_OF_DOSES,
    TOO_MANY_STATES,
    NO_SCENARIOS,
    IN_SCENARIO
}
