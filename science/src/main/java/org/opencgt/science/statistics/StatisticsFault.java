package org.opencgt.science.statistics;

import org.opencgt.science.TextKey;

/** What can be wrong with data and settings of this package. */
enum StatisticsFault implements TextKey {
    TOO_FEW_VALUES,
    SUBGROUP_TOO_LARGE,
    ONE_GROUP
}
