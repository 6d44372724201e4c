package org.opencgt.science.comparability;

import java.util.Locale;

/** How the standard error of a difference of means is taken, with its degrees of freedom. */
public enum VarianceRule {
    /** Each group has a variance of its own (Welch 1947). */
    WELCH,
    /** Both groups have one variance. */
    POOLED,
    /** As Welch, with no group counted as more than 1.5 times as large as the other, so that many lots of one do not hide few of the other. */
    WELCH_ADJUSTED;

    /** A group counts at most as so many times the other. */
    static final double LARGEST_RATIO = 1.5;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
