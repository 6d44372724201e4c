package org.opencgt.science.comparability;

import org.opencgt.science.TextKey;

/** The quantities of this package, as named in messages. */
enum ComparabilityQuantity implements TextKey {
    ALPHA,
    MARGIN,
    MARGIN_FACTOR,
    RANGE_FACTOR,
    STANDARD_DEVIATION,
    DIFFERENCE,
    RATIO,
    TARGET_POWER,
    LEAST_INSIDE
}
