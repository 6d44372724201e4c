package org.opencgt.science.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.opencgt.science.Check;

/**
 * The χ² distribution.
 *
 * @param df degrees of freedom, above 0, not necessarily whole
 */
public record ChiSquared(double df) implements Distribution {

    public ChiSquared {
        Check.positive(StatisticsQuantity.DEGREES_OF_FREEDOM, df);
    }

    @Override
    public double below(double x) {
        return ChiSquaredDistribution.of(df).cumulativeProbability(x);
    }

    @Override
    public double above(double x) {
        return ChiSquaredDistribution.of(df).survivalProbability(x);
    }

    @Override
    public double density(double x) {
        return ChiSquaredDistribution.of(df).density(x);
    }

    @Override
    public double quantile(double p) {
        Distribution.probability(p);
        ChiSquaredDistribution law = ChiSquaredDistribution.of(df);
        // Wilson and Hilferty's cube as the start.
        double cube = 1 - 2 / (9 * df) + Normal.quantile(p) * Math.sqrt(2 / (9 * df));
        double start = cube > 0.05 ? Math.log(df) + 3 * Math.log(cube) : Math.log(df) - 3;
        return Math.exp(Inversion.solve(
                p,
                y -> law.cumulativeProbability(Math.exp(y)),
                y -> law.survivalProbability(Math.exp(y)),
                y -> law.density(Math.exp(y)) * Math.exp(y),
                start,
                1));
    }
}
