package org.opencgt.science.process;

import org.opencgt.science.TextKey;

/** The quantities of this package, as named in messages. */
enum ProcessQuantity implements TextKey {
    LAMBDA,
    LIMIT_WIDTH,
    DECISION_INTERVAL,
    REFERENCE_VALUE,
    SIGMA,
    CENTER,
    VALUE,
    COUNT,
    SIZE,
    CONFIDENCE,
    SPECIFICATION,
    TARGET,
    SHIFT,
    CELLS,
    POWER
}
