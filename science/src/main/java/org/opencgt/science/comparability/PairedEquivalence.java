package org.opencgt.science.comparability;

import java.util.List;
import java.util.stream.IntStream;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.SampleSummary;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Two one-sided t tests of paired values, such as two processes fed with the same donations: t tests of the differences
 * test - reference, or of their logarithms for a ratio.
 *
 * @param n pairs of which both are there
 * @param sd of the differences, or of the logarithms of ratios
 */
@JsonNaming(SnakeCaseStrategy.class)
public record PairedEquivalence(
        Equivalence.Scale scale,
        int n,
        double estimate,
        double sd,
        double se,
        double df,
        double alpha,
        double confidence,
        double lower,
        double upper,
        double marginLower,
        double marginUpper,
        double tLower,
        double tUpper,
        double pLower,
        double pUpper,
        double pTost,
        boolean equivalent,
        List<ComparabilityFlag> flags)
        implements Result {

    public PairedEquivalence {
        flags = List.copyOf(flags);
    }

    /**
     * Of pairs; those with a missing value are left out.
     *
     * @throws BadInput if fewer than two pairs are left, or all differ by the same
     */
    public static PairedEquivalence of(double[] test, double[] reference, Margin margin, double alpha) {
        Contrast.alpha(alpha);
        if (test.length != reference.length) {
            throw Fault.of(ComparabilityFault.UNEQUAL_LENGTHS)
                    .with("test", test.length)
                    .with("reference", reference.length)
                    .asException();
        }
        Equivalence.Scale scale = Equivalence.Scale.of(margin);
        boolean ratio = scale == Equivalence.Scale.RATIO;
        int[] pairs = IntStream.range(0, test.length)
                .filter(i -> !Double.isNaN(test[i]) && !Double.isNaN(reference[i]))
                .toArray();
        double[] a = IntStream.of(pairs).mapToDouble(i -> test[i]).toArray();
        double[] b = IntStream.of(pairs).mapToDouble(i -> reference[i]).toArray();
        double[] x = ratio ? Contrast.logs(Group.TEST, a) : a;
        double[] y = ratio ? Contrast.logs(Group.REFERENCE, b) : b;
        SampleSummary differences = Contrast.summary(
                Group.TEST,
                IntStream.range(0, x.length).mapToDouble(i -> x[i] - y[i]).toArray());
        if (Contrast.isFlat(differences)) {
            throw Fault.of(ComparabilityFault.NO_DIFFERENCES_VARY).asException();
        }
        int n = differences.n();
        double se = differences.sd() / Math.sqrt(n);
        double[] margins = OneSidedTests.margins(margin, Contrast.summary(Group.REFERENCE, y));
        OneSidedTests tests = OneSidedTests.of(differences.mean(), se, n - 1.0, alpha, margins);
        return new PairedEquivalence(
                scale,
                n,
                scale.back(differences.mean()),
                differences.sd(),
                se,
                n - 1.0,
                alpha,
                1 - 2 * alpha,
                scale.back(tests.lower()),
                scale.back(tests.upper()),
                scale.back(tests.marginLower()),
                scale.back(tests.marginUpper()),
                tests.tLower(),
                tests.tUpper(),
                tests.pLower(),
                tests.pUpper(),
                tests.pTost(),
                tests.pTost() < alpha,
                n < OneSidedTests.FEW ? List.of(ComparabilityFlag.FEW_LOTS) : List.of());
    }
}
