package org.opencgt.science.process.cli;

import org.opencgt.science.TextKey;

/** How options and files of this area can be wrong. */
enum ProcessUsage implements TextKey {
    CELL_MISSING,
    UNREADABLE_SETTING,
    UNKNOWN_FACTOR,
    SPECIFICATION_TWICE,
    SIZE_NOT_WHOLE
}
