package org.opencgt.science.dosefinding.administration;

import org.opencgt.science.TextKey;

/** What can be wrong with a dose to be given. */
enum AdministrationFault implements TextKey {
    RANGE,
    TARGET_OUTSIDE,
    FRACTIONS_NOT_WHOLE,
    LEVELS_NOT_ASCENDING
}
