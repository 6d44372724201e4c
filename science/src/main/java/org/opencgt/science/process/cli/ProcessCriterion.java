package org.opencgt.science.process.cli;

import org.opencgt.science.TextKey;

/** The criteria that commands of this area can find not met. */
enum ProcessCriterion implements TextKey {
    CAPABILITY_BELOW_LEAST,
    ATTRIBUTE_NOT_IN_CONTROL,
    NO_DESIGN_SPACE
}
