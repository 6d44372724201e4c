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
    TRUE_EFFICACY_NEEDED,
    OTHER_NUMBER_OF_DOSES,
    TOO_MANY_STATES
}
