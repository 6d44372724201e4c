package org.opencgt.science.statistics;

import org.opencgt.science.TextKey;

/** What can be wrong with data of this package. */
enum StatisticsFault implements TextKey {
    FEWER_POINTS_THAN_PARAMETERS,
    NOT_INDEPENDENT,
    UNEQUAL_LENGTHS,
    TOO_FEW_GROUPS,
    NO_REPLICATES,
    NOT_NESTED
}
