package org.opencgt.science.assay;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.BinomialLink;
import org.opencgt.science.statistics.BinomialRegression;
import org.opencgt.science.statistics.ChiSquared;
import org.opencgt.science.statistics.Fieller;
import org.opencgt.science.statistics.Normal;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The concentration that is detected with a given probability, from positive replicates of a dilution series (CLSI EP17-A2;
 * Finney 1971): probit or logit regression on log10 concentration, blanks left out; normal quantiles, no factor for
 * heterogeneity.
 *
 * @param lod95 the concentration detected with 95%; NaN if separated
 * @param lower by Fieller's theorem
 * @param lod by probability, with delta and Fieller's intervals
 * @param separated whether no finite slope exists
 * @param bracket highest level with none, lowest with all positive, where separated; else empty
 */
@JsonNaming(SnakeCaseStrategy.class)
public record DetectionLimit(
        String link,
        int nLevelsUsed,
        int leftOut,
        @JsonProperty("lod95") double lod95,
        double lower,
        double upper,
        double intercept,
        double slope,
        double[] se,
        List<double[]> vcov,
        double deviance,
        int df,
        double pearsonChisq,
        double devianceP,
        double loglik,
        List<Level> lod,
        boolean separated,
        boolean mlExists,
        double[] bracket,
        List<AssayFlag> flags)
        implements Result {

    private static final double SIGNIFICANT = 0.05;
    private static final double[] PROBABILITIES = {0.5, 0.9, 0.95, 0.99};

    /** The concentration detected with probability p. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Level(
            double p,
            @JsonProperty("log10_lod") double log10Lod,
            double lod,
            @JsonProperty("se_log10_delta") double seLog10Delta,
            double loDelta,
            double hiDelta,
            double g,
            double loFieller,
            double hiFieller)
            implements Result {}

    /**
     * Fits.
     *
     * @param concentration of each row; zero and missing are left out
     * @throws BadInput if fewer than two concentrations are left, or a count is none
     */
    public static DetectionLimit of(
            double[] concentration, double[] positive, double[] trials, BinomialLink link, double confidence) {
        Check.fraction(AssayQuantity.CONFIDENCE, confidence);
        int[] used = IntStream.range(0, concentration.length)
                .filter(i -> !Double.isNaN(concentration[i])
                        && !Double.isNaN(positive[i])
                        && !Double.isNaN(trials[i])
                        && Check.notNegative(AssayQuantity.CONCENTRATION, concentration[i]) > 0)
                .toArray();
        long levels =
                IntStream.of(used).mapToDouble(i -> concentration[i]).distinct().count();
        if (levels < 2) {
            throw Fault.of(AssayFault.TOO_FEW_LEVELS)
                    .with("levels", levels)
                    .with("least", 2)
                    .asException();
        }
        double[][] x = new double[used.length][];
        double[] k = new double[used.length];
        double[] n = new double[used.length];
        for (int i = 0; i < used.length; i++) {
            x[i] = new double[] {1, Math.log10(concentration[used[i]])};
            k[i] = positive[used[i]];
            n[i] = trials[used[i]];
        }
        int leftOut = concentration.length - used.length;
        BinomialRegression fit = BinomialRegression.fit(x, k, n, link);
        List<AssayFlag> flags = new ArrayList<>();
        if (fit.separated()) {
            flags.add(AssayFlag.SEPARATED);
            return nothing(link, used.length, leftOut, bracket(x, k, n), flags);
        }
        double[] b = fit.estimates();
        double[][] v = fit.covariance();
        if (!(b[1] > 0)) {
            throw Fault.of(AssayFault.NO_SLOPE).asException();
        }
        double z = Normal.quantile((1 + confidence) / 2);
        List<Level> limits = new ArrayList<>();
        for (double p : PROBABILITIES) {
            double target = link.predictor(p);
            double log = (target - b[0]) / b[1];
            double variance = (v[0][0] + 2 * log * v[0][1] + log * log * v[1][1]) / (b[1] * b[1]);
            double se = Math.sqrt(variance);
            Fieller fieller = Fieller.of(target - b[0], b[1], v[0][0], -v[0][1], v[1][1], z);
            limits.add(new Level(
                    p,
                    log,
                    Math.pow(10, log),
                    se,
                    Math.pow(10, log - z * se),
                    Math.pow(10, log + z * se),
                    fieller.g(),
                    Math.pow(10, fieller.lower()),
                    Math.pow(10, fieller.upper())));
        }
        Level main = limits.get(2);
        double devianceP = fit.df() > 0 ? new ChiSquared(fit.df()).above(fit.deviance()) : Double.NaN;
        if (fit.df() > 0 && new ChiSquared(fit.df()).above(fit.pearson()) < SIGNIFICANT) {
            flags.add(AssayFlag.HETEROGENEOUS);
        }
        if (main.g() >= 1) {
            flags.add(AssayFlag.FIELLER_UNBOUNDED);
        }
        double highest =
                IntStream.of(used).mapToDouble(i -> concentration[i]).max().getAsDouble();
        double lowest =
                IntStream.of(used).mapToDouble(i -> concentration[i]).min().getAsDouble();
        if (main.lod() > highest || main.lod() < lowest) {
            flags.add(AssayFlag.EXTRAPOLATED);
        }
        return new DetectionLimit(
                name(link),
                used.length,
                leftOut,
                main.lod(),
                main.loFieller(),
                main.hiFieller(),
                b[0],
                b[1],
                new double[] {fit.standardError(0), fit.standardError(1)},
                List.of(v),
                fit.deviance(),
                fit.df(),
                fit.pearson(),
                devianceP,
                fit.logLikelihood(),
                limits,
                false,
                true,
                new double[0],
                flags);
    }

    private static String name(BinomialLink link) {
        return link == BinomialLink.PROBIT ? "probit" : "logit";
    }

    /** Highest concentration without, lowest with all replicates positive. */
    private static double[] bracket(double[][] x, double[] k, double[] n) {
        double none = 0;
        double all = Double.POSITIVE_INFINITY;
        for (int i = 0; i < k.length; i++) {
            double c = Math.pow(10, x[i][1]);
            if (k[i] == 0) {
                none = Math.max(none, c);
            }
            if (k[i] == n[i]) {
                all = Math.min(all, c);
            }
        }
        return new double[] {rounded(none), rounded(all)};
    }

    private static double rounded(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(14)).doubleValue()
                : value;
    }

    private static DetectionLimit nothing(
            BinomialLink link, int used, int leftOut, double[] bracket, List<AssayFlag> flags) {
        double none = Double.NaN;
        return new DetectionLimit(
                name(link),
                used,
                leftOut,
                none,
                none,
                none,
                none,
                none,
                new double[] {none, none},
                List.of(),
                none,
                used - 2,
                none,
                none,
                none,
                List.of(),
                true,
                false,
                bracket,
                flags);
    }
}
