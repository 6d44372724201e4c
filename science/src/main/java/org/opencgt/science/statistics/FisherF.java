package org.opencgt.science.statistics;

import org.apache.commons.statistics.distribution.FDistribution;
import org.opencgt.science.Check;

/**
 * The F distribution.
 *
 * @param df1 degrees of freedom of the numerator, above 0
 * @param df2 of the denominator, above 0
 */
public record FisherF(double df1, double df2) implements Distribution {

    public FisherF {
        Check.positive(StatisticsQuantity.DEGREES_OF_FREEDOM, df1);
        Check.positive(StatisticsQuantity.DEGREES_OF_FREEDOM, df2);
    }

    @Override
    public double below(double x) {
        double share = df1 * x / (df1 * x + df2);
        return share < 0.5
                ? new Beta(df1 / 2, df2 / 2).below(share)
                : new Beta(df2 / 2, df1 / 2).above(df2 / (df1 * x + df2));
    }

    @Override
    public double above(double x) {
        double share = df1 * x / (df1 * x + df2);
        return share < 0.5
                ? new Beta(df1 / 2, df2 / 2).above(share)
                : new Beta(df2 / 2, df1 / 2).below(df2 / (df1 * x + df2));
    }

    @Override
    public double density(double x) {
        return FDistribution.of(df1, df2).density(x);
    }

    @Override
    public double quantile(double p) {
        Distribution.probability(p);
        FDistribution law = FDistribution.of(df1, df2);
        return Math.exp(Inversion.solve(
                p,
                y -> below(Math.exp(y)),
                y -> above(Math.exp(y)),
                y -> law.density(Math.exp(y)) * Math.exp(y),
                0,
                1));
    }
}
