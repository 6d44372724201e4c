package org.opencgt.science.kinetics;

import org.opencgt.science.TextKey;

/** The quantities of this package, as named in messages. */
enum KineticsQuantity implements TextKey {
    TIME,
    CONCENTRATION,
    LIMIT,
    DOSE,
    INFUSION,
    TAU,
    ADJUSTED_R_SQUARED,
    SPAN,
    EXTRAPOLATED,
    REVERSAL,
    MAIN_PEAK,
    SIGNIFICANCE,
    CONFIDENCE,
    MONTHS,
    FOLD,
    THRESHOLD
}
