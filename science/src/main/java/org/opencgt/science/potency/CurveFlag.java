package org.opencgt.science.potency;

import org.opencgt.science.TextKey;

/** What a reader of a fit has to know. */
public enum CurveFlag implements TextKey {
    /** The data do not determine the curve: there is no dose response, or parameters cannot be told apart. */
    NOT_IDENTIFIABLE,
    /** All wells lie on the curve: there is no residual variance, so no standard errors. */
    PERFECT_FIT,
    /** As many parameters as wells: no residual variance. */
    NO_DEGREES_OF_FREEDOM,
    /** The inflection lies outside the doses. */
    MIDPOINT_OUTSIDE_DOSES,
    /** The response at the doses' means rises and falls by more than chance. */
    NOT_MONOTONE,
    /** Residuals beyond the Bonferroni limit. */
    OUTLIER,
    /** The curve does not fit the means of the doses. */
    LACK_OF_FIT
}
