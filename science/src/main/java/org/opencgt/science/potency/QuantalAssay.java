package org.opencgt.science.potency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.potency.RelativePotency.MedianDose;
import org.opencgt.science.potency.RelativePotency.QuantalDetails;
import org.opencgt.science.statistics.BinomialLink;
import org.opencgt.science.statistics.BinomialRegression;
import org.opencgt.science.statistics.ChiSquared;
import org.opencgt.science.statistics.Normal;

/**
 * Relative potency from counts of responders (Finney 1971, ch. 6): link(p) = preparation + slope ln(dose), ln rp the distance
 * over the slope; normal quantiles, no factor for heterogeneity.
 */
public final class QuantalAssay {

    private static final double SIGNIFICANT = 0.05;

    private QuantalAssay() {}

    /**
     * Each test preparation against the reference.
     *
     * @param assay with the number of responders as response; doses of zero are left out
     * @param trials of each row
     * @throws BadInput if a count is none, or the slope has no finite estimate because the doses separate the responders
     */
    public static List<RelativePotency> of(
            LineAssay assay, double[] trials, BinomialLink link, double confidence, Margins margins) {
        Check.fraction(PotencyQuantity.CONFIDENCE, confidence);
        double[] logDose = assay.logDose();
        Design common = assay.lines();
        int slope = common.size();
        if (!common.add("log_dose", logDose)) {
            throw Fault.of(PotencyFault.TOO_FEW_DOSES)
                    .with("doses", assay.levels().length)
                    .with("parameters", 2)
                    .asException();
        }
        BinomialRegression fit = BinomialRegression.fit(common.matrix(), assay.response(), trials, link);
        if (fit.separated()) {
            throw Fault.of(PotencyFault.SEPARATED).asException();
        }
        Design separate = common.copy();
        for (String test : assay.tests()) {
            separate.add(
                    "slope:" + test,
                    IntStream.range(0, assay.size())
                            .mapToDouble(i -> assay.is(i, test) ? logDose[i] : 0)
                            .toArray());
        }
        int df = separate.size() - common.size();
        BinomialRegression own = BinomialRegression.fit(separate.matrix(), assay.response(), trials, link);
        double chisq = own.separated() ? Double.NaN : fit.deviance() - own.deviance();
        Parallelism parallelism = Parallelism.ofChiSquared(
                chisq, df, df < 1 || Double.isNaN(chisq) ? Double.NaN : new ChiSquared(df).above(Math.max(0, chisq)));
        double z = Normal.quantile((1 + confidence) / 2);
        QuantalDetails details = details(assay, common, fit, link, z, slope);
        List<RelativePotency> potencies = new ArrayList<>();
        for (String test : assay.tests()) {
            int k = common.index("prep:" + test);
            double[] b = fit.estimates();
            double[][] v = fit.covariance();
            LogRatio ratio = LogRatio.of(b[k], b[slope], v[k][k], v[k][slope], v[slope][slope], z);
            List<PotencyFlag> flags = new ArrayList<>();
            if (parallelism.p() < SIGNIFICANT) {
                flags.add(PotencyFlag.NOT_PARALLEL);
            }
            if (fit.df() > 0 && new ChiSquared(fit.df()).above(fit.pearson()) < SIGNIFICANT) {
                flags.add(PotencyFlag.HETEROGENEOUS);
            }
            if (!ratio.fieller().isBounded()) {
                flags.add(PotencyFlag.FIELLER_UNBOUNDED);
            }
            potencies.add(
                    ratio.of(assay, test, link.name().toLowerCase(Locale.ROOT), parallelism, null, details, flags));
        }
        return potencies;
    }

    private static QuantalDetails details(
            LineAssay assay, Design design, BinomialRegression fit, BinomialLink link, double z, int slope) {
        double[] b = fit.estimates();
        List<ModelFit.Term> terms = new ArrayList<>();
        for (int j = 0; j < b.length; j++) {
            double se = fit.standardError(j);
            terms.add(new ModelFit.Term(design.names().get(j), b[j], se, b[j] - z * se, b[j] + z * se, Double.NaN));
        }
        List<MedianDose> medians = new ArrayList<>();
        for (String preparation : assay.order()) {
            double[] height = new double[b.length];
            height[0] = 1;
            int own = design.index("prep:" + preparation);
            if (own >= 0) {
                height[own] = 1;
            }
            double log = -dot(height, b) / b[slope];
            double[] gradient = Arrays.stream(height).map(h -> -h / b[slope]).toArray();
            gradient[slope] = -log / b[slope];
            double variance = 0;
            for (int i = 0; i < b.length; i++) {
                for (int j = 0; j < b.length; j++) {
                    variance += gradient[i] * gradient[j] * fit.covariance()[i][j];
                }
            }
            medians.add(new MedianDose(preparation, log, Math.exp(log), Math.sqrt(variance)));
        }
        return new QuantalDetails(
                link.name().toLowerCase(Locale.ROOT),
                terms,
                List.of(fit.covariance()),
                fit.deviance(),
                fit.df(),
                fit.pearson(),
                fit.pearson() / fit.df(),
                fit.logLikelihood(),
                medians);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
