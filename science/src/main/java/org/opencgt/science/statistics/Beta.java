package org.opencgt.science.statistics;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.opencgt.science.Check;

/**
 * The beta distribution; its quantiles give exact limits of proportions and of order statistics.
 *
 * @param a first shape, above 0
 * @param b second shape, above 0
 */
public record Beta(double a, double b) implements Distribution {

    public Beta {
        Check.positive(StatisticsQuantity.BETA_SHAPE, a);
        Check.positive(StatisticsQuantity.BETA_SHAPE, b);
    }

    @Override
    public double below(double x) {
        return x <= 0 ? 0 : x >= 1 ? 1 : RegularizedBeta.value(x, a, b);
    }

    @Override
    public double above(double x) {
        double below = below(x);
        return below < 0.5 ? 1 - below : x >= 1 ? 0 : RegularizedBeta.complement(x, a, b);
    }

    @Override
    public double density(double x) {
        return BetaDistribution.of(a, b).density(x);
    }

    @Override
    public double quantile(double p) {
        Distribution.probability(p);
        BetaDistribution law = BetaDistribution.of(a, b);
        // On the scale of logits there are no ends.
        double y = Inversion.solve(
                p,
                logit -> below(fraction(logit)),
                logit -> above(fraction(logit)),
                logit -> law.density(fraction(logit)) * fraction(logit) * fraction(-logit),
                Math.log(a / b),
                1);
        return fraction(y);
    }

    private static double fraction(double logit) {
        return logit < 0 ? Math.exp(logit) / (1 + Math.exp(logit)) : 1 / (1 + Math.exp(-logit));
    }
}
