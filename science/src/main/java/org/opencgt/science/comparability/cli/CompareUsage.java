package org.opencgt.science.comparability.cli;

import org.opencgt.science.TextKey;

/** How options and files of this area can be wrong. */
enum CompareUsage implements TextKey {
    UNREADABLE_LIMITS,
    TWO_VALUES_AT_ONE_TIME,
    SD_OR_CV,
    PLAN_CELL
}
