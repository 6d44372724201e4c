package org.opencgt.science.potency;

import org.opencgt.science.TextKey;

/** The quantities of this package, as named in messages. */
enum PotencyQuantity implements TextKey {
    DOSE,
    RESPONSE,
    WEIGHT,
    CONFIDENCE,
    EFFECT,
    POTENCY,
    STANDARD_ERROR,
    MARGIN,
    RATIO,
    SIGNAL,
    LIMIT_OF_QUANTIFICATION
}
