package org.opencgt.science.statistics;

import org.opencgt.science.Check;

/**
 * A continuous distribution whose two tails are each computed for themselves, so that a small probability keeps all its digits on
 * either side.
 */
public interface Distribution {

    /** P(X ≤ x). */
    double below(double x);

    /** P(X &gt; x). */
    double above(double x);

    /** The density. */
    double density(double x);

    /**
     * The x with P(X ≤ x) = p, to about 1e-14 relative.
     *
     * @throws org.opencgt.science.BadInput unless 0 &lt; p &lt; 1
     */
    double quantile(double p);

    /** Refuses what is not strictly between 0 and 1. */
    static double probability(double p) {
        Check.fraction(StatisticsQuantity.PROBABILITY, p);
        Check.positive(StatisticsQuantity.PROBABILITY, p);
        Check.positive(StatisticsQuantity.COMPLEMENT, 1 - p);
        return p;
    }
}
