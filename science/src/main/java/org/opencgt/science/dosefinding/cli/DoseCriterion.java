package org.opencgt.science.dosefinding.cli;

import org.opencgt.science.TextKey;

/** The criteria that commands of this area can find not met. */
enum DoseCriterion implements TextKey {
    OUTSIDE_RANGE,
    LEVELS_OVERLAP
}
