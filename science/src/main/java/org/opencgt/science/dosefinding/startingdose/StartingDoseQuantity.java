package org.opencgt.science.dosefinding.startingdose;

import org.opencgt.science.TextKey;

/** The quantities of this package, as named in messages. */
enum StartingDoseQuantity implements TextKey {
    ANIMAL_DOSE,
    ANIMAL_WEIGHT,
    EXPONENT,
    BODY_WEIGHT,
    SAFETY_FACTOR,
    BENCHMARK_DOSE,
    ACTIVE_FRACTION,
    VIABILITY
}
