package org.opencgt.science.potency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.potency.RelativePotency.AnalysisOfVariance;
import org.opencgt.science.potency.RelativePotency.FRatio;
import org.opencgt.science.potency.RelativePotency.LineDetails;
import org.opencgt.science.potency.RelativePotency.SlopePair;
import org.opencgt.science.potency.RelativePotency.Source;
import org.opencgt.science.statistics.FTest;
import org.opencgt.science.statistics.LinearFit;
import org.opencgt.science.statistics.LinearLeastSquares;
import org.opencgt.science.statistics.StudentT;

/**
 * The parallel-line assay (Finney 1978, ch. 4; Ph. Eur. 5.3): y = block + preparation + slope ln(dose), and ln rp = the
 * preparation's distance from the reference over the slope. Non-parallelism and non-linearity are tested against the scatter
 * within preparation, dose and block.
 */
public final class ParallelLines {

    private static final double SIGNIFICANT = 0.05;

    private ParallelLines() {}

    /**
     * Each test preparation against the reference.
     *
     * @throws BadInput if a dose is not above zero, or there are too few or too like doses for lines
     */
    public static List<RelativePotency> of(LineAssay assay, double confidence, Margins margins) {
        Check.fraction(PotencyQuantity.CONFIDENCE, confidence);
        double[] logDose = assay.logDose();
        double[] y = assay.response();
        Design common = assay.lines();
        int slope = common.size();
        if (!common.add("log_dose", logDose) || common.size() >= assay.size()) {
            throw Fault.of(PotencyFault.TOO_FEW_DOSES)
                    .with("doses", assay.levels().length)
                    .with("parameters", 2)
                    .asException();
        }
        LinearFit fit = LinearLeastSquares.fit(common.columns(), y);
        double t = StudentT.quantile((1 + confidence) / 2, fit.degreesOfFreedom());
        Separate separate = separate(assay, common, logDose);
        AnalysisOfVariance anova = anova(assay, common, fit, separate.fit(), logDose);
        ModelFit model = model(common, fit, t);
        List<RelativePotency> potencies = new ArrayList<>();
        for (String test : assay.tests()) {
            int own = common.index("prep:" + test);
            LogRatio ratio = LogRatio.of(
                    fit.coefficient(own),
                    fit.coefficient(slope),
                    fit.covariance(own, own),
                    fit.covariance(own, slope),
                    fit.covariance(slope, slope),
                    t);
            List<PotencyFlag> flags = new ArrayList<>();
            if (fit.isExact()) {
                flags.add(PotencyFlag.PERFECT_FIT);
            }
            if (anova.nonParallelism().p() < SIGNIFICANT) {
                flags.add(PotencyFlag.NOT_PARALLEL);
            }
            if (anova.nonLinearity().p() < SIGNIFICANT) {
                flags.add(PotencyFlag.NOT_LINEAR);
            }
            if (!ratio.fieller().isBounded()) {
                flags.add(PotencyFlag.FIELLER_UNBOUNDED);
            }
            ParameterEquivalence slopes = separate.compare(test, margins);
            Equivalence equivalence = slopes == null ? null : Equivalence.of(margins, Map.of("slope", slopes));
            if (equivalence != null && !equivalence.equivalent()) {
                flags.add(PotencyFlag.NOT_EQUIVALENT);
            }
            potencies.add(ratio.of(
                    assay,
                    test,
                    "parallel-line",
                    Parallelism.ofF(
                            anova.nonParallelism().f(),
                            anova.nonParallelism().df1(),
                            anova.nonParallelism().df2(),
                            anova.nonParallelism().p()),
                    equivalence,
                    new LineDetails(
                            model,
                            fit.coefficient(slope),
                            fit.standardError(slope),
                            separate.pair(test, slopes),
                            anova),
                    flags));
        }
        return potencies;
    }

    /** Lines with slopes of their own; the reference's is that of the column {@code log_dose}. */
    private record Separate(LinearFit fit, Design design, int slope) {

        @Nullable
        ParameterEquivalence compare(String test, Margins margins) {
            int own = design.index("slope:" + test);
            if (own < 0 || fit.degreesOfFreedom() < 1 || fit.isExact()) {
                return null;
            }
            double t = StudentT.quantile((1 + ParameterEquivalence.CONFIDENCE) / 2, fit.degreesOfFreedom());
            double varReference = fit.covariance(slope, slope);
            double covariance = varReference + fit.covariance(slope, own);
            double varTest = covariance + fit.covariance(slope, own) + fit.covariance(own, own);
            return ParameterEquivalence.of(
                    fit.coefficient(slope),
                    fit.coefficient(slope) + fit.coefficient(own),
                    varReference,
                    varTest,
                    covariance,
                    t,
                    margins);
        }

        @Nullable
        SlopePair pair(String test, @Nullable ParameterEquivalence compared) {
            if (compared == null) {
                return null;
            }
            double reference = fit.coefficient(slope);
            return new SlopePair(
                    reference,
                    reference + fit.coefficient(design.index("slope:" + test)),
                    compared.difference(),
                    compared.seDifference(),
                    compared.lo90Diff(),
                    compared.hi90Diff(),
                    compared.ratio(),
                    compared.lo90Fieller(),
                    compared.hi90Fieller());
        }
    }

    private static Separate separate(LineAssay assay, Design common, double[] logDose) {
        Design design = common.copy();
        int slope = design.index("log_dose");
        for (String test : assay.tests()) {
            double[] column = new double[assay.size()];
            for (int i = 0; i < column.length; i++) {
                column[i] = assay.is(i, test) ? logDose[i] : 0;
            }
            design.add("slope:" + test, column);
        }
        return new Separate(LinearLeastSquares.fit(design.columns(), assay.response()), design, slope);
    }

    private static AnalysisOfVariance anova(
            LineAssay assay, Design common, LinearFit fit, LinearFit separate, double[] logDose) {
        double[] y = assay.response();
        double[] levels = assay.levels();
        List<Source> sources = new ArrayList<>();
        Design design = new Design(assay.size());
        design.addIndicator("intercept", row -> true);
        LinearFit before = LinearLeastSquares.fit(design.columns(), y);
        Design blocks = assay.base();
        if (blocks.size() > 1) {
            before = next("block", blocks, y, before, sources);
        }
        Design preparations = assay.lines();
        before = next("preparation", preparations, y, before, sources);
        LinearFit withoutSlope = before;
        Design doses = preparations.copy();
        for (double level : levels) {
            doses.addIndicator("dose:" + level, row -> assay.dose()[row] == level);
        }
        before = next("dose", doses, y, before, sources);
        Design cells = doses.copy();
        for (String test : assay.tests()) {
            for (double level : levels) {
                cells.addIndicator(test + ":" + level, row -> assay.is(row, test) && assay.dose()[row] == level);
            }
        }
        LinearFit saturated = next("preparation:dose", cells, y, before, sources);
        int df = saturated.degreesOfFreedom();
        double ss = saturated.isExact() ? 0 : saturated.residualSumOfSquares();
        sources.add(new Source("residual", df, ss));
        LinearFit error = df > 0 ? saturated : separate;
        return new AnalysisOfVariance(
                df > 0 ? ss / df : Double.NaN,
                df,
                ratio(fit, separate, error),
                ratio(separate, saturated, error),
                ratio(withoutSlope, fit, error),
                sources);
    }

    private static LinearFit next(String term, Design design, double[] y, LinearFit before, List<Source> sources) {
        LinearFit fit = LinearLeastSquares.fit(design.columns(), y);
        sources.add(new Source(term, fit.parameters() - before.parameters(), gained(before, fit)));
        return fit;
    }

    private static double gained(LinearFit reduced, LinearFit full) {
        return IntStream.range(0, full.points())
                .mapToDouble(i -> full.fitted(i) - reduced.fitted(i))
                .map(difference -> difference * difference)
                .sum();
    }

    private static FRatio ratio(LinearFit reduced, LinearFit full, LinearFit error) {
        int df1 = full.parameters() - reduced.parameters();
        if (df1 < 1 || error.degreesOfFreedom() < 1 || error.isExact()) {
            return new FRatio(Double.NaN, Math.max(0, df1), error.degreesOfFreedom(), Double.NaN);
        }
        FTest test = FTest.of(gained(reduced, full), df1, error.residualSumOfSquares(), error.degreesOfFreedom());
        return new FRatio(test.f(), test.df1(), test.df2(), test.p());
    }

    private static ModelFit model(Design design, LinearFit fit, double t) {
        List<ModelFit.Term> terms = new ArrayList<>();
        List<double[]> vcov = new ArrayList<>();
        for (int j = 0; j < design.size(); j++) {
            double se = fit.standardError(j);
            terms.add(new ModelFit.Term(
                    design.names().get(j),
                    fit.coefficient(j),
                    se,
                    fit.coefficient(j) - t * se,
                    fit.coefficient(j) + t * se,
                    se));
            double[] row = new double[design.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = fit.covariance(j, i);
            }
            vcov.add(row);
        }
        return new ModelFit(
                "parallel-line", fit.degreesOfFreedom(), fit.residualSumOfSquares(), fit.residualSd(), terms, vcov);
    }
}
