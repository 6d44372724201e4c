package org.opencgt.science.statistics;

import org.opencgt.science.TextKey;

/** The quantities of this package, as named in messages. */
enum StatisticsQuantity implements TextKey {
    RESPONSE,
    PREDICTOR,
    WEIGHT,
    DEGREES_OF_FREEDOM,
    PROBABILITY,
    COMPLEMENT,
    NON_CENTRALITY,
    BETA_SHAPE,
    COVERAGE,
    CONFIDENCE
}
