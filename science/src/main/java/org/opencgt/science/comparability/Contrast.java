package org.opencgt.science.comparability;

import java.util.Arrays;
import java.util.List;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.statistics.SampleSummary;

/**
 * The difference of two means, test - reference, with its standard error.
 *
 * <pre>
 *   Welch     se² = s_t²/n_t + s_r²/n_r       df = se⁴ / ((s_t²/n_t)²/(n_t - 1) + (s_r²/n_r)²/(n_r - 1))
 *   adjusted  the same with n_t* = min(n_t, 1.5 n_r) and n_r* = min(n_r, 1.5 n_t) in place of n_t and n_r, but n - 1 as it is
 *   pooled    se² = s_p² (1/n_t + 1/n_r)      df = n_t + n_r - 2
 * </pre>
 *
 * @param df degrees of freedom
 */
record Contrast(double estimate, double se, double df) {

    static Contrast of(SampleSummary test, SampleSummary reference, VarianceRule rule) {
        double ratio = VarianceRule.LARGEST_RATIO;
        return switch (rule) {
            case WELCH -> welch(test, reference, test.n(), reference.n());
            case WELCH_ADJUSTED ->
                welch(
                        test,
                        reference,
                        Math.min(test.n(), ratio * reference.n()),
                        Math.min(reference.n(), ratio * test.n()));
            case POOLED -> {
                double df = test.n() + reference.n() - 2.0;
                double variance =
                        ((test.n() - 1) * square(test.sd()) + (reference.n() - 1) * square(reference.sd())) / df;
                yield new Contrast(
                        test.mean() - reference.mean(),
                        Math.sqrt(variance * (1.0 / test.n() + 1.0 / reference.n())),
                        df);
            }
        };
    }

    private static Contrast welch(SampleSummary test, SampleSummary reference, double testSize, double referenceSize) {
        double a = square(test.sd()) / testSize;
        double b = square(reference.sd()) / referenceSize;
        double df = square(a + b) / (a * a / (test.n() - 1) + b * b / (reference.n() - 1));
        return new Contrast(test.mean() - reference.mean(), Math.sqrt(a + b), df);
    }

    private static double square(double x) {
        return x * x;
    }

    /** A summary of what is there, refusing fewer than two values and infinite ones. */
    static SampleSummary summary(Group group, double[] values) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        if (known.length < 2) {
            throw Fault.of(ComparabilityFault.TOO_FEW_VALUES)
                    .with("group", group)
                    .with("n", known.length)
                    .with("least", 2)
                    .asException();
        }
        return SampleSummary.of(known);
    }

    /** The logarithms of what is there, refusing what has none. */
    static double[] logs(Group group, double[] values) {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .map(value -> {
                    if (!(value > 0)) {
                        throw Fault.of(ComparabilityFault.NOT_POSITIVE)
                                .with("group", group)
                                .with("value", value)
                                .asException();
                    }
                    return Math.log(value);
                })
                .toArray();
    }

    static double alpha(double alpha) {
        Check.fraction(ComparabilityQuantity.ALPHA, alpha);
        Check.positive(ComparabilityQuantity.ALPHA, alpha);
        if (alpha >= 0.5) {
            throw Fault.of(ComparabilityFault.ALPHA_TOO_LARGE)
                    .with("alpha", alpha)
                    .asException();
        }
        return alpha;
    }

    /** Whether values differ by rounding alone. */
    static boolean isFlat(SampleSummary values) {
        return values.min() == values.max();
    }

    /** Flags that several results share. */
    static List<ComparabilityFlag> flags(SampleSummary test, SampleSummary reference) {
        if (isFlat(test)) {
            return List.of(ComparabilityFlag.NO_TEST_VARIATION);
        }
        return isFlat(reference) ? List.of(ComparabilityFlag.NO_REFERENCE_VARIATION) : List.of();
    }
}
