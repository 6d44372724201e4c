package org.opencgt.science.kinetics.cli;

import org.opencgt.science.TextKey;

/** The criteria that commands of this area can find not met. */
enum KineticsCriterion implements TextKey {
    OVERLAP_OVER_LIMIT,
    SCHEDULE_GAP
}
