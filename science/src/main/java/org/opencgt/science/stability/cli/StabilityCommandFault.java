package org.opencgt.science.stability.cli;

import org.opencgt.science.TextKey;

/** What can be wrong with options of this area. */
enum StabilityCommandFault implements TextKey {
    CONDITION_WITHOUT_LONG_TERM
}
