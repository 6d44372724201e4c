package org.opencgt.science.potency;

import org.opencgt.science.Check;

/** Between which the ratio of two parameters may lie, fixed before the data are seen. */
public record Margins(double lower, double upper) {

    public static final Margins USUAL = new Margins(0.8, 1.25);

    public Margins {
        Check.positive(PotencyQuantity.MARGIN, lower);
        Check.positive(PotencyQuantity.MARGIN, upper - lower);
    }

    boolean hold(double low, double high) {
        return low >= lower && high <= upper;
    }
}
