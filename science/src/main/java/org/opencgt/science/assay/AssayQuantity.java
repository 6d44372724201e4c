package org.opencgt.science.assay;

import org.opencgt.science.TextKey;

/** The quantities of this package, as named in messages. */
enum AssayQuantity implements TextKey {
    CONFIDENCE,
    ERROR_RATIO,
    MEASUREMENT,
    CONCENTRATION,
    PROBABILITY,
    NOMINAL,
    VARIANCE,
    SD_RATIO,
    MARGIN,
    INOCULUM
}
