package org.opencgt.science.assay;

import org.opencgt.science.TextKey;

/** What a reader of a result has to know. */
public enum AssayFlag implements TextKey {
    /** All points lie on a line: standard errors are rounding. */
    PERFECT_LINE,
    /** A limit is not bounded at this number of samples. */
    UNBOUNDED,
    /** The samples are fewer than guidelines ask for. */
    FEW_SAMPLES,
    /** Deviation from linearity at 5%. */
    NOT_LINEAR,
    /** Differences grow or fall with the size of the measurement, at 5%. */
    PROPORTIONAL_BIAS,
    /** Differences are not normally distributed, at 5%. */
    NOT_NORMAL,
    /** No spread: all values or differences are alike. */
    ZERO_VARIANCE,
    /** Both raters use one category only: chance alone agrees. */
    ONE_CATEGORY,
    /** An estimate below zero was set to zero. */
    NEGATIVE_COMPONENT,
    /** A component is zero: the likelihood falls from there. */
    COMPONENT_AT_ZERO,
    /** So few effects tell little about their own scatter. */
    FEW_EFFECTS,
    /** No scatter of effects to judge them by: more than half are zero. */
    NO_ERROR_ESTIMATE,
    /** Results of samples that one procedure only has are left out. */
    UNPAIRED_LEFT_OUT,
    /** Without replicates that vary within samples precisions cannot be compared. */
    NO_PRECISION,
    /** None detected: a limit is one-sided. */
    NONE_DETECTED,
    /** All detected: a limit is one-sided. */
    ALL_DETECTED,
    /** Groups differ in size. */
    UNBALANCED,
    /** The response curves, at 5%. */
    CURVED,
    /** Residuals spread unevenly, at 5%. */
    UNEQUAL_VARIANCE,
    /** A residual is beyond the Bonferroni limit of 5%. */
    OUTLIER,
    /** More scatter than binomial, at 5%. */
    HETEROGENEOUS,
    /** Some concentration separates none from all detected: the limit lies between two levels. */
    SEPARATED,
    /** Fieller's set is not an interval: the slope does not differ from zero. */
    FIELLER_UNBOUNDED,
    /** The limit lies outside the concentrations tested. */
    EXTRAPOLATED
}
