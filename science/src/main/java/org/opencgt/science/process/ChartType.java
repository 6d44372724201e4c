package org.opencgt.science.process;

import java.util.Locale;

/** Kinds of control charts. */
public enum ChartType {
    /** Single values with their moving range. */
    I_MR,
    /** Means of subgroups with their ranges. */
    XBAR_R,
    /** Means of subgroups with their standard deviations. */
    XBAR_S,
    /** Fractions that do not conform. */
    P,
    /** Numbers that do not conform. */
    NP,
    /** Defects in units of one size. */
    C,
    /** Defects per unit of size. */
    U,
    /** Exponentially weighted moving average. */
    EWMA,
    /** Cumulative sums to both sides. */
    CUSUM;

    /** Whether it is of counts. */
    public boolean isOfCounts() {
        return this == P || this == NP || this == C || this == U;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
