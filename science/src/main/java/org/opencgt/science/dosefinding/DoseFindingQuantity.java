package org.opencgt.science.dosefinding;

import org.opencgt.science.TextKey;

/** The quantities of dose finding, as named in messages. */
public enum DoseFindingQuantity implements TextKey {
    PATIENTS,
    DLTS,
    RESPONSES,
    TARGET,
    HIGHEST_SUBTHERAPEUTIC,
    LOWEST_OVERTOXIC,
    ELIMINATION_CUTOFF,
    OFFSET,
    MARGIN_BELOW,
    MARGIN_ABOVE,
    TARGET_INTERVAL_END,
    TARGET_INTERVAL_LENGTH,
    LEAST_EFFICACY,
    FUTILITY_CUTOFF,
    TOXICITY_CUTS,
    EFFICACY_CUTS,
    UTILITY,
    SAFE_PATIENTS,
    EXPLORE_PATIENTS,
    SKELETON,
    PRIOR_DEVIATION,
    HALFWIDTH,
    PRIOR_GUESS,
    MOST_PENDING,
    LEAST_FOLLOW_UP,
    FOLLOW_UP,
    COHORT_SIZE,
    COHORTS,
    MAXIMUM_PATIENTS,
    START_DOSE,
    EARLY_STOP,
    TRIALS,
    TRUE_TOXICITY,
    TRUE_EFFICACY
}
