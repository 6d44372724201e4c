package org.opencgt.science.assay;

import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.statistics.Normal;

/**
 * Pearson's correlation of two methods with its interval by Fisher's z (Biometrika 1915;10:507): atanh r &plusmn; z / &radic;(n - 3).
 */
public record Correlation(int n, double r, double lower, double upper, double confidence) {

    private static final double FISHER = 3;

    /** @throws BadInput if there are fewer than four pairs, or results of a method are all alike */
    public static Correlation of(Pairs pairs, double confidence) {
        Check.fraction(AssayQuantity.CONFIDENCE, confidence);
        pairs.require(4);
        pairs.requireSpread();
        double r = Math.clamp(pairs.moments().correlation(), -1, 1);
        double half = Normal.quantile((1 + confidence) / 2) / Math.sqrt(pairs.n() - FISHER);
        double middle = 0.5 * (Math.log1p(r) - Math.log1p(-r));
        return new Correlation(pairs.n(), r, Math.tanh(middle - half), Math.tanh(middle + half), confidence);
    }
}
