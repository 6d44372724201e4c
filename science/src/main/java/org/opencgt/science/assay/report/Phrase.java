package org.opencgt.science.assay.report;

import org.opencgt.science.TextKey;

/** The words of these reports. */
enum Phrase implements TextKey {
    COMPARISON_TITLE,
    DIFFERENCE_TITLE,
    LINEARITY_TITLE,
    RESULT,
    PLOT,
    IDENTITY,
    FITTED,
    OBSERVED,
    CAPTION_COMPARISON,
    CAPTION_DIFFERENCE,
    CAPTION_LINEARITY,
    CAPTION_RESIDUALS,
    MEAN_AXIS,
    DIFFERENCE_AXIS,
    RESIDUAL_AXIS,
    BIAS,
    UPPER,
    LOWER,
    METHOD,
    METHOD_DEMING,
    METHOD_PASSING_BABLOK,
    METHOD_DIFFERENCE,
    METHOD_LINEARITY,
    FLAGS
}
