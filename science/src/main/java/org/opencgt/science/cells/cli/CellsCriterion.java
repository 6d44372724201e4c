package org.opencgt.science.cells.cli;

import org.opencgt.science.TextKey;

/** The criteria that commands of this area can find not met. */
enum CellsCriterion implements TextKey {
    PDL_OVER_LIMIT,
    PDL_UNKNOWN,
    NOT_ENOUGH_CELLS,
    OUTSIDE_DOSE_RANGE,
    IDENTITY_NOT_SHOWN,
    MIXTURE_SUSPECTED,
    TOO_FEW_HLA_MATCHES,
    BLOOD_GROUPS_DIFFER,
    RESIDUAL_OVER_LIMIT,
    RESIDUAL_CELLS_OVER_LIMIT,
    DETECTION_TOO_UNLIKELY,
    PARTICLES_NOT_PURE
}
