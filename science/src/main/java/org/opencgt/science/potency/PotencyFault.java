package org.opencgt.science.potency;

import org.opencgt.science.TextKey;

/** What can be wrong with the data of an assay. */
public enum PotencyFault implements TextKey {
    TOO_FEW_WELLS,
    TOO_FEW_DOSES,
    NO_POSITIVE_DOSE,
    DOSE_NOT_POSITIVE,
    NO_REFERENCE,
    NO_TEST,
    NOT_IDENTIFIABLE,
    NOT_IDENTIFIABLE_CURVE,
    SEPARATED,
    ONE_ASSAY,
    NO_WINDOW,
    NO_STIMULATED,
    NO_UNSTIMULATED,
    NO_LIMIT_OF_QUANTIFICATION
}
