package org.opencgt.science.dosefinding.startingdose;

import org.opencgt.science.TextKey;

/** Steps of reasoning, and warnings. */
enum StartingDoseReason implements TextKey {
    BY_KM,
    BY_WEIGHT,
    DIVIDED_BY_SAFETY,
    TIMES_WEIGHT,
    EFFECTIVE_CELLS,
    ALL_CELLS,
    LIVING_CELLS,
    SPECIES_DIFFER,
    POTENCY_DIFFERS,
    OTHER_EXPONENT,
    OTHER_BENCHMARK,
    NO_CLINICAL_BENCHMARK,
    OTHER_INDICATION,
    INDICATION_UNKNOWN
}
