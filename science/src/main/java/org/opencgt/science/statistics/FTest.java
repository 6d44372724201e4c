package org.opencgt.science.statistics;

import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;

/**
 * A ratio of two mean squares, F = (SS1/df1) / (SS2/df2), and the probability p of a larger one: the upper tail
 * I<sub>x</sub>(df2/2, df1/2) with x = df2 / (df2 + df1 F) (Abramowitz and Stegun 26.6.2).
 *
 * @param f infinite where the second sum of squares is zero and the first is not; NaN where both are, or where there are no degrees
 *     of freedom
 * @param p NaN where F is
 */
public record FTest(double f, int df1, int df2, double p) {

    public static FTest of(double firstSum, int df1, double secondSum, int df2) {
        double f = df1 < 1 || df2 < 1 ? Double.NaN : (firstSum / df1) / (secondSum / df2);
        return new FTest(f, df1, df2, upperTail(f, df1, df2));
    }

    /**
     * Whether a model fits worse than one that holds it. The first sum of squares is that of the difference of the fitted values,
     * which loses no digits, as the difference of the residual sums of squares would.
     *
     * @throws BadInput unless the fuller model has more parameters on the same points
     */
    public static FTest nested(LinearFit reduced, LinearFit full) {
        int df1 = full.parameters() - reduced.parameters();
        if (df1 < 1 || full.points() != reduced.points()) {
            throw Fault.of(StatisticsFault.NOT_NESTED)
                    .with("reduced", reduced.parameters())
                    .with("full", full.parameters())
                    .asException();
        }
        double gained = 0;
        for (int i = 0; i < full.points(); i++) {
            double difference = full.fitted(i) - reduced.fitted(i);
            gained += full.weight(i) * difference * difference;
        }
        boolean exact = full.isExact();
        return of(
                reduced.isExact() ? 0 : gained, df1, exact ? 0 : full.residualSumOfSquares(), full.degreesOfFreedom());
    }

    /** P(F' &gt; f) of the F distribution; NaN where f is. */
    public static double upperTail(double f, double df1, double df2) {
        if (Double.isNaN(f)) {
            return Double.NaN;
        }
        if (f <= 0) {
            return 1;
        }
        return Double.isInfinite(f) ? 0 : new FisherF(df1, df2).above(f);
    }
}
