package org.opencgt.science.kinetics;

import org.opencgt.science.Check;

/**
 * What a terminal slope must meet for its half-life to be called reliable.
 *
 * @param adjRSquared least adjusted r²
 * @param span least span of its samples in half-lives
 * @param extrapolated largest fraction of AUCinf that is extrapolated
 */
public record Quality(double adjRSquared, double span, double extrapolated) {

    /** Adjusted r² of 0.8, two half-lives, 20 % extrapolated: the limits most used in submissions. */
    public static final Quality DEFAULT = new Quality(0.8, 2, 0.2);

    public Quality {
        Check.fraction(KineticsQuantity.ADJUSTED_R_SQUARED, adjRSquared);
        Check.notNegative(KineticsQuantity.SPAN, span);
        Check.fraction(KineticsQuantity.EXTRAPOLATED, extrapolated);
    }
}
