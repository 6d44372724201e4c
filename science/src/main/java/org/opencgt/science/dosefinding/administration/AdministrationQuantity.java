package org.opencgt.science.dosefinding.administration;

import org.opencgt.science.TextKey;

/** The quantities of this package, as named in messages. */
enum AdministrationQuantity implements TextKey {
    BODY_WEIGHT,
    BODY_SIZE,
    BODY_SURFACE,
    HEIGHT,
    TARGET_DOSE,
    LOWEST_DOSE,
    TOLERANCE,
    CAP,
    MOST_CELLS,
    DOSE_FRACTION,
    REVIEW
}
