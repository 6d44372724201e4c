package org.opencgt.science.survival;

import org.opencgt.science.TextKey;

/** What can be wrong with data of this package. */
enum SurvivalFault implements TextKey {
    NOBODY,
    UNEQUAL_LENGTHS
}
