package org.opencgt.science.process;

import org.opencgt.science.TextKey;

/** What has to be borne in mind with a result. */
public enum ProcessFlag implements TextKey {
    /** No variation: limits coincide with the centre and no rule can be judged. */
    NO_VARIATION,
    /** Limits from few points are uncertain. */
    FEW_POINTS,
    /** The chart signals: capability says little about a process that is not stable. */
    NOT_STABLE,
    /** Counts vary more than chance alone allows; Laney's chart is to be preferred. */
    OVERDISPERSED,
    /** The component came out negative and is set to zero. */
    COMPONENT_AT_ZERO,
    /** The transformed values are not normal either, at 5%. */
    STILL_NOT_NORMAL,
    /** Sizes differ: intervals of the components are approximate. */
    UNBALANCED
}
