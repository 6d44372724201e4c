package org.opencgt.science.cells;

import org.opencgt.science.TextKey;

/** The quantities of this package, as named in messages. */
enum CellQuantity implements TextKey {
    SEEDED_CELLS,
    HARVESTED_CELLS,
    HOURS,
    INITIAL_PDL,
    TOTAL_CELLS,
    CONCENTRATION,
    VIABILITY,
    VIABLE_CELLS,
    TRANSDUCED_FRACTION,
    VOLUME,
    BODY_WEIGHT,
    TARGET_PER_KG,
    TARGET_CELLS,
    MAXIMUM_CELLS,
    CD3_FRACTION,
    CAR_FRACTION,
    FUNCTIONAL_FRACTION,
    RESIDUAL_CONCENTRATION,
    RESIDUAL_LIMIT,
    INFUSION_HOURS,
    DETECTION_LIMIT,
    DOSE_CELLS,
    SAFETY_FACTOR,
    SAMPLE_SIZE,
    NUMBER_OF_SAMPLES,
    BATCH_SIZE,
    RECOVERY,
    PROBABILITY,
    PARTICLES,
    PROTEIN
}
