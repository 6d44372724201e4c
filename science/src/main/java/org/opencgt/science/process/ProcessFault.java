package org.opencgt.science.process;

import org.opencgt.science.TextKey;

/** What can be wrong with data and settings of this package. */
public enum ProcessFault implements TextKey {
    TOO_FEW_POINTS,
    SUBGROUPS_OF_ONE,
    MORE_THAN_SIZE,
    NO_UNITS,
    NO_VARIATION,
    NO_SPECIFICATION,
    SPECIFICATION_REVERSED,
    LAMBDA_TOO_LARGE,
    SIZES_NEEDED,
    TOO_FEW_GROUPS,
    NO_REPEATS,
    ONE_STEP,
    CELLS_NOT_POSITIVE,
    BASELINE_TOO_LONG,
    ATTRIBUTE_UNKNOWN,
    IN_ATTRIBUTE,
    EXACT_FIT
}
