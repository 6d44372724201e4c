package org.opencgt.science.comparability;

import java.util.ArrayList;
import java.util.List;
import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.FisherF;
import org.opencgt.science.statistics.SampleSummary;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Two one-sided t tests (Schuirmann 1987): equivalence is shown if the 1 - 2α interval lies within the margins.
 *
 * <pre>
 *   t_lower = (d - lower)/se,  p_lower = P(T > t_lower)      t_upper = (d - upper)/se,  p_upper = P(T < t_upper)
 * </pre>
 *
 * <p>For a ratio all is done with logarithms: means are geometric, estimate, limits and margins are ratios, but standard deviations,
 * the standard error and t belong to natural logarithms.
 *
 * @param difference whether it is a difference of means or a ratio of geometric means
 * @param sdTest of logarithms for a ratio
 * @param confidence 1 - 2α
 * @param pTost the larger of both
 * @param varianceRatio s_test²/s_reference², with its two-sided F test and 95% limits; NaN where the reference does not vary
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Equivalence(
        Scale scale,
        VarianceRule variance,
        int nTest,
        int nReference,
        double meanTest,
        double meanReference,
        double sdTest,
        double sdReference,
        double estimate,
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
        double varianceRatio,
        double varianceRatioP,
        double varianceRatioLower,
        double varianceRatioUpper,
        List<ComparabilityFlag> flags)
        implements Result {

    public Equivalence {
        flags = List.copyOf(flags);
    }

    /** What is compared. */
    public enum Scale {
        DIFFERENCE,
        RATIO;

        static Scale of(Margin margin) {
            return margin instanceof Margin.Ratio ? RATIO : DIFFERENCE;
        }

        /** A value on the scale of the tests, as it is told. */
        double back(double value) {
            return this == RATIO ? Math.exp(value) : value;
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Of two groups; missing values (NaN) are left out.
     *
     * @throws BadInput if a group has fewer than two values, neither varies, or a ratio is asked of values that are not positive
     */
    public static Equivalence of(double[] test, double[] reference, Margin margin, VarianceRule rule, double alpha) {
        Contrast.alpha(alpha);
        Scale scale = Scale.of(margin);
        boolean ratio = scale == Scale.RATIO;
        SampleSummary a = Contrast.summary(Group.TEST, ratio ? Contrast.logs(Group.TEST, test) : test);
        SampleSummary b =
                Contrast.summary(Group.REFERENCE, ratio ? Contrast.logs(Group.REFERENCE, reference) : reference);
        if (Contrast.isFlat(a) && Contrast.isFlat(b)) {
            throw Fault.of(ComparabilityFault.NO_VARIATION).asException();
        }
        double[] margins = OneSidedTests.margins(margin, b);
        Contrast contrast = Contrast.of(a, b, rule);
        OneSidedTests tests = OneSidedTests.of(contrast.estimate(), contrast.se(), contrast.df(), alpha, margins);
        double f = Contrast.isFlat(b) ? Double.NaN : a.sd() * a.sd() / (b.sd() * b.sd());
        FisherF ratioLaw = new FisherF(a.n() - 1.0, b.n() - 1.0);
        List<ComparabilityFlag> flags = new ArrayList<>(Contrast.flags(a, b));
        if (Math.min(a.n(), b.n()) < OneSidedTests.FEW) {
            flags.add(ComparabilityFlag.FEW_LOTS);
        }
        if (margin instanceof Margin.ReferenceSds) {
            flags.add(ComparabilityFlag.MARGIN_FROM_THESE_DATA);
        }
        return new Equivalence(
                scale,
                rule,
                a.n(),
                b.n(),
                scale.back(a.mean()),
                scale.back(b.mean()),
                a.sd(),
                b.sd(),
                scale.back(contrast.estimate()),
                contrast.se(),
                contrast.df(),
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
                f,
                Double.isNaN(f) ? Double.NaN : 2 * Math.min(ratioLaw.below(f), ratioLaw.above(f)),
                f / ratioLaw.quantile(0.975),
                f / ratioLaw.quantile(0.025),
                flags);
    }
}
