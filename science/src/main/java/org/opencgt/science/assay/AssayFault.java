package org.opencgt.science.assay;

import org.opencgt.science.TextKey;

/** What can be wrong with the data of a validation. */
public enum AssayFault implements TextKey {
    TOO_FEW_PAIRS,
    NO_SPREAD,
    NO_CORRELATION,
    NO_CONVERGENCE,
    NOT_POSITIVE_FOR_WEIGHTS,
    UNKNOWN_CATEGORY,
    NOT_A_COUNT,
    NO_COUNTS,
    TOO_FEW_VALUES,
    ONE_LEVEL,
    NO_REPLICATES,
    WEIGHT_AT_ZERO,
    TOO_FEW_LEVELS,
    NO_SLOPE,
    NO_SCATTER_WITHIN,
    TOO_MANY_PAIRS,
    TOO_FEW_RUNS,
    NO_SPREAD_OF_RESULTS,
    NOT_TWO_SETTINGS,
    CONFOUNDED,
    NO_SUCH_METHOD,
    NOT_DETECTED_OR_NOT
}
