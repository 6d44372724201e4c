package org.opencgt.science.statistics;

import org.opencgt.science.TextKey;

/** Why a model cannot be fitted to data. */
public enum FitFault implements TextKey {
    TOO_FEW_OBSERVATIONS,
    NO_MINIMUM,
    DEPENDENT_TERMS,
    NOT_A_COUNT
}
