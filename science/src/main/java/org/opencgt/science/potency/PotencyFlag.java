package org.opencgt.science.potency;

import org.opencgt.science.TextKey;

/** What a reader of a relative potency has to know. */
public enum PotencyFlag implements TextKey {
    /** Parallelism is rejected at 5%. */
    NOT_PARALLEL,
    /** A shape parameter is not shown to be equivalent. */
    NOT_EQUIVALENT,
    /** Fieller's set is not an interval: the slope, or e, does not differ from zero. */
    FIELLER_UNBOUNDED,
    /** Responses are not linear in log dose, at 5%. */
    NOT_LINEAR,
    /** More scatter than binomial, at 5%: intervals are too narrow. */
    HETEROGENEOUS,
    /** A profile limit was not found. */
    PROFILE_UNBOUNDED,
    /** The wanted lysis lies outside the range seen, so there are no lytic units. */
    LYSIS_NOT_CROSSED,
    /** There is no residual variance: no standard errors. */
    PERFECT_FIT,
    /** Some wells are below the limit of quantification and count as half of it. */
    SOME_BELOW_LIMIT,
    /** All wells are below the limit of quantification: nothing was shown to be released. */
    ALL_BELOW_LIMIT,
    /** Unstimulated wells are below the limit of quantification. */
    BACKGROUND_BELOW_LIMIT,
    /** The background is zero: there is no fold. */
    NO_BACKGROUND,
    /** Fewer doses than a curve has parameters: no EC50. */
    TOO_FEW_DOSES_FOR_CURVE,
    /** The data show no dose response, or do not determine the curve: no EC50. */
    NO_CURVE,
    /** The response rises and falls by more than chance. */
    NOT_MONOTONE,
    /** The EC50 lies outside the doses. */
    MIDPOINT_OUTSIDE_DOSES
}
