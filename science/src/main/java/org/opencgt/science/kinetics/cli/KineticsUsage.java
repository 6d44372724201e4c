package org.opencgt.science.kinetics.cli;

import org.opencgt.science.TextKey;

/** What can be wrong with the options of this area. */
enum KineticsUsage implements TextKey {
    UNKNOWN_PARAMETER,
    NOT_POSITIVE_OR_NEGATIVE,
    UNREADABLE_RATIO,
    UNKNOWN_MARKER
}
