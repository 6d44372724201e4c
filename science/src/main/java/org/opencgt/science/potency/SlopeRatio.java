package org.opencgt.science.potency;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.Fieller;
import org.opencgt.science.statistics.LinearFit;
import org.opencgt.science.statistics.LinearLeastSquares;
import org.opencgt.science.statistics.StudentT;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The slope-ratio assay (Finney 1978, ch. 7): y = intercept + slope_k dose with one intercept for all preparations and the
 * blanks; rp = slope of the test over that of the reference.
 *
 * @param rp above 1 if the test is the stronger
 * @param loFieller NaN if g is 1 or more: the reference's slope does not differ from zero
 * @param coefficients intercept, slope of the reference, slopes of the tests
 */
@JsonNaming(SnakeCaseStrategy.class)
public record SlopeRatio(
        String test,
        String reference,
        int n,
        int missing,
        double rp,
        double g,
        double loFieller,
        double hiFieller,
        double[] coefficients,
        double[] se,
        int df,
        double sigma,
        List<PotencyFlag> flags)
        implements Result {

    /**
     * Each test preparation against the reference.
     *
     * @param assay rows of dose zero, of whatever preparation, are blanks
     * @throws BadInput if there are too few rows or doses
     */
    public static List<SlopeRatio> of(LineAssay assay, double confidence) {
        Check.fraction(PotencyQuantity.CONFIDENCE, confidence);
        Design design = new Design(assay.size());
        design.addIndicator("intercept", row -> true);
        List<String> tests = new ArrayList<>();
        for (String preparation : assay.order()) {
            double[] column = IntStream.range(0, assay.size())
                    .mapToDouble(i -> assay.is(i, preparation) ? assay.dose()[i] : 0)
                    .toArray();
            boolean blanks = IntStream.range(0, column.length).allMatch(i -> column[i] == 0);
            if (blanks && !preparation.equals(assay.reference())) {
                continue;
            }
            if (!design.add(preparation, column)) {
                throw Fault.of(PotencyFault.TOO_FEW_DOSES)
                        .with("doses", assay.levels().length)
                        .with("parameters", design.size() + 1)
                        .asException();
            }
            if (!preparation.equals(assay.reference())) {
                tests.add(preparation);
            }
        }
        if (tests.isEmpty()) {
            throw Fault.of(PotencyFault.NO_TEST)
                    .with("reference", assay.reference())
                    .asException();
        }
        LinearFit fit = LinearLeastSquares.fit(design.columns(), assay.response());
        if (fit.degreesOfFreedom() < 1) {
            throw Fault.of(PotencyFault.TOO_FEW_WELLS)
                    .with("wells", assay.size())
                    .with("parameters", fit.parameters() + 1)
                    .asException();
        }
        double t = StudentT.quantile((1 + confidence) / 2, fit.degreesOfFreedom());
        double[] se = IntStream.range(0, fit.parameters())
                .mapToDouble(fit::standardError)
                .toArray();
        int reference = 1;
        List<SlopeRatio> ratios = new ArrayList<>();
        for (String test : tests) {
            int own = design.index(test);
            Fieller fieller = Fieller.of(
                    fit.coefficient(own),
                    fit.coefficient(reference),
                    fit.covariance(own, own),
                    fit.covariance(own, reference),
                    fit.covariance(reference, reference),
                    t);
            List<PotencyFlag> flags = new ArrayList<>();
            if (!fieller.isBounded()) {
                flags.add(PotencyFlag.FIELLER_UNBOUNDED);
            }
            if (fit.isExact()) {
                flags.add(PotencyFlag.PERFECT_FIT);
            }
            ratios.add(new SlopeRatio(
                    test,
                    assay.reference(),
                    assay.size(),
                    assay.missing(),
                    fieller.ratio(),
                    fieller.g(),
                    fieller.lower(),
                    fieller.upper(),
                    fit.coefficients(),
                    se,
                    fit.degreesOfFreedom(),
                    fit.residualSd(),
                    flags));
        }
        return ratios;
    }
}
