package org.opencgt.science.assay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.Mean;
import org.opencgt.science.statistics.StudentT;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Accuracy at one level (ICH Q2(R2)) and, where each of several series has as many results, precision and the beta-expectation
 * tolerance interval in which a future result lies with probability beta (Mee 1984, Technometrics 26:251; Hubert and others 2004):
 * the accuracy profile.
 *
 * @param meeLower NaN where series differ in size
 * @param totalError |bias| + 1.96 times the intermediate standard deviation
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccuracyLevel(
        double nominal,
        int n,
        double mean,
        double sd,
        double cv,
        double bias,
        double biasPct,
        double recoveryMean,
        double recoverySd,
        @JsonProperty("recovery_ci95") double[] recoveryCi95,
        @JsonProperty("recovery_ci90") double[] recoveryCi90,
        double tTestP,
        @Nullable Series series,
        double meeLower,
        double meeUpper,
        double totalError,
        List<AssayFlag> flags)
        implements Result {

    /** Scatter between and within series. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Series(
            int series,
            int perSeries,
            double msBetween,
            double msWithin,
            double varBetween,
            double varRepeatability,
            double sdRepeatability,
            double sdIntermediate,
            @Nullable Mee mee) {}

    /** The tolerance interval; R is var between over var within. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Mee(
            @JsonProperty("R") double r,
            @JsonProperty("B") double b,
            double nu,
            double k,
            double lo,
            double hi,
            double loBiasPct,
            double hiBiasPct) {}

    /**
     * All levels, from the lowest up.
     *
     * @param nominal level of each result, not zero
     * @param series of each result
     * @param beta probability of the tolerance interval
     * @throws BadInput if a level has fewer than two results, or is zero
     */
    public static List<AccuracyLevel> of(double[] nominal, double[] y, List<@Nullable String> series, double beta) {
        Check.fraction(AssayQuantity.PROBABILITY, beta);
        Map<Double, Map<String, List<Double>>> levels = new TreeMap<>();
        for (int i = 0; i < y.length; i++) {
            String own = series.get(i);
            if (!Double.isNaN(y[i]) && !Double.isNaN(nominal[i]) && own != null) {
                Check.positive(AssayQuantity.NOMINAL, nominal[i]);
                levels.computeIfAbsent(nominal[i], unseen -> new LinkedHashMap<>())
                        .computeIfAbsent(own, unseen -> new ArrayList<>())
                        .add(y[i]);
            }
        }
        List<AccuracyLevel> rows = new ArrayList<>();
        levels.forEach((level, own) -> rows.add(level(level, List.copyOf(own.values()), beta)));
        if (rows.isEmpty()) {
            throw Fault.of(AssayFault.TOO_FEW_VALUES)
                    .with("n", 0)
                    .with("least", 2)
                    .asException();
        }
        return rows;
    }

    private static AccuracyLevel level(double nominal, List<List<Double>> series, double beta) {
        double[] y = series.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
        int n = y.length;
        if (n < 2) {
            throw Fault.of(AssayFault.TOO_FEW_VALUES)
                    .with("n", n)
                    .with("least", 2)
                    .asException();
        }
        double mean = Mean.of(y);
        double sd = BlandAltman.sd(y, mean);
        double bias = mean - nominal;
        double recovery = 100 * mean / nominal;
        double recoverySd = 100 * sd / nominal;
        double se = sd / Math.sqrt(n);
        List<AssayFlag> flags = new ArrayList<>();
        if (sd == 0) {
            flags.add(AssayFlag.ZERO_VARIANCE);
        }
        Series own = series(nominal, mean, series, beta);
        if (own == null && series.size() > 1) {
            flags.add(AssayFlag.UNBALANCED);
        }
        Mee mee = own == null ? null : own.mee();
        return new AccuracyLevel(
                nominal,
                n,
                mean,
                sd,
                100 * sd / mean,
                bias,
                100 * bias / nominal,
                recovery,
                recoverySd,
                interval(recovery, recoverySd / Math.sqrt(n), 0.95, n),
                interval(recovery, recoverySd / Math.sqrt(n), 0.9, n),
                se == 0 ? (bias == 0 ? 1 : 0) : StudentT.twoSided(bias / se, n - 1),
                own,
                mee == null ? Double.NaN : mee.lo(),
                mee == null ? Double.NaN : mee.hi(),
                own == null ? Double.NaN : Math.abs(bias) + 1.96 * own.sdIntermediate(),
                flags);
    }

    private static double[] interval(double centre, double se, double confidence, int n) {
        double t = StudentT.quantile((1 + confidence) / 2, n - 1);
        return new double[] {centre - t * se, centre + t * se};
    }

    private static @Nullable Series series(double nominal, double mean, List<List<Double>> series, double beta) {
        int p = series.size();
        int n = series.getFirst().size();
        if (p < 2 || n < 2 || series.stream().anyMatch(own -> own.size() != n)) {
            return null;
        }
        double between = 0;
        double within = 0;
        for (List<Double> own : series) {
            double[] values = own.stream().mapToDouble(Double::doubleValue).toArray();
            double m = Mean.of(values);
            between += n * (m - mean) * (m - mean);
            for (double value : values) {
                within += (value - m) * (value - m);
            }
        }
        double msBetween = between / (p - 1);
        double msWithin = within / (p * (n - 1.0));
        double varBetween = Math.max(0, (msBetween - msWithin) / n);
        double sdIntermediate = Math.sqrt(varBetween + msWithin);
        return new Series(
                p,
                n,
                msBetween,
                msWithin,
                varBetween,
                msWithin,
                Math.sqrt(msWithin),
                sdIntermediate,
                msWithin == 0 ? null : mee(nominal, mean, p, n, varBetween / msWithin, sdIntermediate, beta));
    }

    private static Mee mee(double nominal, double mean, int p, int n, double r, double sd, double beta) {
        double b = Math.sqrt((r + 1) / (n * r + 1));
        double nu = (r + 1) * (r + 1) / (Math.pow(r + 1.0 / n, 2) / (p - 1) + (1 - 1.0 / n) / (p * (double) n));
        double k = StudentT.quantile((1 + beta) / 2, nu) * Math.sqrt(1 + 1 / (p * n * b * b));
        double lo = mean - k * sd;
        double hi = mean + k * sd;
        return new Mee(r, b, nu, k, lo, hi, 100 * (lo - nominal) / nominal, 100 * (hi - nominal) / nominal);
    }
}
