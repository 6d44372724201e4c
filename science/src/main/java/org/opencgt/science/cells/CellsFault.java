package org.opencgt.science.cells;

import org.opencgt.science.TextKey;

/** What can be wrong with data of this package. */
enum CellsFault implements TextKey {
    NO_COMMON_LOCUS,
    NOT_AN_ALLELE,
    LOCUS_TWICE,
    TOO_MANY_ALLELES,
    NOT_A_BLOOD_GROUP,
    NO_LOCUS,
    FIELDS,
    SAMPLE_OVER_BATCH,
    NO_WEIGHT,
    NO_HOURS,
    CERTAIN,
    INTACT_OVER_TOTAL
}
