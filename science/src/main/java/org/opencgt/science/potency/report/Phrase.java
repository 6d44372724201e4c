package org.opencgt.science.potency.report;

import org.opencgt.science.TextKey;

/** The words of these reports. */
enum Phrase implements TextKey {
    CURVE_TITLE,
    RELATIVE_TITLE,
    LYSIS_TITLE,
    RELEASE_TITLE,
    RESULT,
    CURVES,
    OBSERVED,
    FITTED,
    POTENCIES,
    POTENCY_AXIS,
    CAPTION_CURVE,
    CAPTION_RELATIVE,
    CAPTION_LYSIS,
    RATIO_AXIS,
    LYSIS_AXIS,
    METHOD,
    METHOD_CURVE,
    METHOD_RELATIVE,
    METHOD_LYSIS,
    METHOD_RELEASE,
    CAPTION_RELEASE,
    DOSE_AXIS,
    RELEASE_AXIS,
    NO_CURVE,
    FLAGS
}
