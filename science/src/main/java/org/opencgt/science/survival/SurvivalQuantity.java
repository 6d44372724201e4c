package org.opencgt.science.survival;

import org.opencgt.science.TextKey;

/** The quantities of this package, as named in messages. */
enum SurvivalQuantity implements TextKey {
    TIME,
    CONFIDENCE,
    PROBABILITY
}
