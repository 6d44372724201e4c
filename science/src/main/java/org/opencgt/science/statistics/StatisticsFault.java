package org.opencgt.science.statistics;

import org.opencgt.science.TextKey;

/** What can be wrong with data and settings of this package. */
enum StatisticsFault implements TextKey {
    FEWER_POINTS_THAN_PARAMETERS,
    NOT_INDEPENDENT,
    UNEQUAL_LENGTHS,
    TOO_FEW_GROUPS,
    NO_REPLICATES,
    NOT_NESTED,
    TOO_FEW_VALUES,
    SUBGROUP_TOO_LARGE,
    ONE_GROUP,
    NOT_A_PART
}
