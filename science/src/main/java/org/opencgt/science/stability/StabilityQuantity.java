package org.opencgt.science.stability;

import org.opencgt.science.TextKey;

/** The quantities of this package, as named in messages. */
enum StabilityQuantity implements TextKey {
    TEMPERATURE,
    DURATION,
    ACTIVATION_ENERGY,
    TIME,
    RESULT,
    SPECIFICATION_LIMIT,
    CONFIDENCE_LEVEL,
    POOLABILITY
}
