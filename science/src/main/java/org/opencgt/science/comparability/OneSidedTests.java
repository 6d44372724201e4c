package org.opencgt.science.comparability;

import org.opencgt.science.Fault;
import org.opencgt.science.statistics.SampleSummary;
import org.opencgt.science.statistics.StudentT;

/**
 * The two one-sided t tests of an estimate against margins (Schuirmann 1987), on the scale of the tests: logarithms for a ratio.
 *
 * @param lower limit of the 1 - 2α interval
 */
record OneSidedTests(
        double marginLower,
        double marginUpper,
        double lower,
        double upper,
        double tLower,
        double tUpper,
        double pLower,
        double pUpper,
        double pTost) {

    /** Below so many lots the result is flagged. */
    static final int FEW = 6;

    static OneSidedTests of(double estimate, double se, double df, double alpha, double[] margins) {
        StudentT law = new StudentT(df);
        double half = law.quantile(1 - alpha) * se;
        double tLower = (estimate - margins[0]) / se;
        double tUpper = (estimate - margins[1]) / se;
        double pLower = law.above(tLower);
        double pUpper = law.below(tUpper);
        return new OneSidedTests(
                margins[0],
                margins[1],
                estimate - half,
                estimate + half,
                tLower,
                tUpper,
                pLower,
                pUpper,
                Math.max(pLower, pUpper));
    }

    /** Lower and upper margin, as logarithms for a ratio. */
    static double[] margins(Margin margin, SampleSummary reference) {
        return switch (margin) {
            case Margin.Difference(double lower, double upper) -> new double[] {lower, upper};
            case Margin.Ratio(double lower, double upper) -> new double[] {Math.log(lower), Math.log(upper)};
            case Margin.ReferenceSds(double factor) -> {
                if (Contrast.isFlat(reference)) {
                    throw Fault.of(ComparabilityFault.MARGIN_WOULD_BE_ZERO).asException();
                }
                yield new double[] {-factor * reference.sd(), factor * reference.sd()};
            }
        };
    }
}
