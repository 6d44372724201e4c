package org.opencgt.science.cells.cli;

import org.opencgt.science.TextKey;

/** The criteria that commands of this area can find not met. */
enum CellsCriterion implements TextKey {
    PDL_OVER_LIMIT,
    PDL_UNKNOWN,
    NOT_ENOUGH_CELLS,
    OUTSIDE_DOSE_RANGE
}
