package org.opencgt.science.stability;

import org.opencgt.science.TextKey;

/** What can be wrong with data of this package. */
enum StabilityFault implements TextKey {
    NO_READINGS,
    BELOW_ABSOLUTE_ZERO,
    NO_DURATION,
    UNEQUAL_LENGTHS
}
