package org.opencgt.science.assay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.opencgt.science.BadInput;
import org.opencgt.science.Check;
import org.opencgt.science.Fault;
import org.opencgt.science.Result;
import org.opencgt.science.statistics.LinearFit;
import org.opencgt.science.statistics.LinearLeastSquares;
import org.opencgt.science.statistics.Mean;
import org.opencgt.science.statistics.Normal;
import org.opencgt.science.statistics.StudentT;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Robustness of a procedure by a two-level screening design: full or fractional factorial or Plackett and Burman, with centre points
 * or without (ICH Q2(R2), Q14; Vander Heyden et al. 2001, J Pharm Biomed Anal 24:723). Factors are coded -1, 0, 1; an effect is twice its
 * least-squares coefficient, the mean at the high setting less that at the low one.
 *
 * <p>With residual degrees of freedom (replicates, centre points, terms left out) intervals use the residual mean square. Without, they
 * use Lenth's pseudo standard error (Lenth 1989, Technometrics 31:469): s0 = 1.5 median |e|, PSE = 1.5 median of those |e| below 2.5 s0, t
 * with a third as many degrees of freedom as there are effects. Lenth's margins are told in both cases.
 *
 * @param df residual degrees of freedom
 * @param error which error the intervals rest on
 * @param pse Lenth's pseudo standard error of an effect
 * @param margin of error ME at the confidence level
 * @param simultaneous margin of error SME, for all effects together
 * @param curvature mean of the centre points less mean of the others; NaN without centre points
 * @param limitPercent largest effect allowed, in per cent of the mean; NaN where none is given
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Robustness(
        int n,
        int missing,
        double mean,
        int centrePoints,
        double curvature,
        int df,
        double sigma,
        Source error,
        double confidence,
        double pse,
        double margin,
        double simultaneous,
        double limitPercent,
        List<Effect> effects,
        List<AssayFlag> flags)
        implements Result {

    /** Fewer effects than this say little about their own scatter. */
    private static final int ENOUGH = 5;

    /** Where the standard error of effects comes from. */
    public enum Source {
        RESIDUAL,
        LENTH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An effect.
     *
     * @param percent of the mean; NaN if the mean is zero
     * @param t effect over its standard error
     * @param p two-sided
     * @param halfNormal quantile of the half-normal distribution at the rank of |effect|
     * @param beyondMargin whether |effect| exceeds Lenth's ME
     * @param within whether the interval stays within the limit; true where none is given
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Effect(
            String term,
            double effect,
            double percent,
            double se,
            double lower,
            double upper,
            double t,
            double p,
            double halfNormal,
            boolean beyondMargin,
            boolean within)
            implements Result {}

    /**
     * Estimates.
     *
     * @param y results; NaN is missing
     * @param names of the factors
     * @param settings of each factor by run: two values, and that in the middle for centre points
     * @param interactions whether products of two factors are terms too
     * @param limitPercent largest effect allowed, in per cent of the mean; NaN for none
     * @throws BadInput if a factor has not two settings, runs are fewer than terms, effects cannot be told apart, or results do not vary
     */
    public static Robustness of(
            double[] y,
            List<String> names,
            double[][] settings,
            boolean interactions,
            double limitPercent,
            double confidence) {
        Check.fraction(AssayQuantity.CONFIDENCE, confidence);
        int[] there = IntStream.range(0, y.length)
                .filter(i -> !Double.isNaN(y[i]) && Arrays.stream(settings).noneMatch(own -> Double.isNaN(own[i])))
                .toArray();
        double[] value = IntStream.of(there).mapToDouble(i -> y[i]).toArray();
        double[][] coded = new double[names.size()][];
        for (int k = 0; k < coded.length; k++) {
            double[] own = settings[k];
            coded[k] = coded(
                    names.get(k), IntStream.of(there).mapToDouble(i -> own[i]).toArray());
        }
        List<String> terms = new ArrayList<>(names);
        List<double[]> columns = new ArrayList<>(List.of(ones(value.length)));
        columns.addAll(Arrays.asList(coded));
        if (interactions) {
            for (int i = 0; i < coded.length; i++) {
                for (int j = i + 1; j < coded.length; j++) {
                    terms.add(names.get(i) + ":" + names.get(j));
                    columns.add(product(coded[i], coded[j]));
                }
            }
        }
        return of(
                value, y.length - value.length, terms, columns, centre(coded, value.length), limitPercent, confidence);
    }

    /** With the terms' own columns, the first of ones. */
    static Robustness of(
            double[] y,
            int missing,
            List<String> terms,
            List<double[]> columns,
            boolean[] centre,
            double limitPercent,
            double confidence) {
        int n = y.length;
        if (n < terms.size() + 1) {
            throw Fault.of(AssayFault.TOO_FEW_RUNS)
                    .with("n", n)
                    .with("terms", terms.size() + 1)
                    .asException();
        }
        if (Arrays.stream(y).allMatch(each -> each == y[0])) {
            throw Fault.of(AssayFault.NO_SPREAD_OF_RESULTS).asException();
        }
        requireIndependent(terms, columns);
        LinearFit fit = LinearLeastSquares.fit(columns.toArray(new double[0][]), y);
        double mean = Mean.of(y);
        int m = terms.size();
        double[] effect = IntStream.rangeClosed(1, m)
                .mapToDouble(k -> 2 * fit.coefficient(k))
                .toArray();
        double pse = pse(effect);
        double margin = StudentT.quantile((1 + confidence) / 2, m / 3.0) * pse;
        double simultaneous = StudentT.quantile((1 + Math.pow(confidence, 1.0 / m)) / 2, m / 3.0) * pse;
        int df = n - m - 1;
        boolean exact = fit.isExact();
        boolean residual = df > 0 && !exact;
        List<AssayFlag> flags = new ArrayList<>();
        if (df > 0 && exact) {
            flags.add(AssayFlag.PERFECT_LINE);
        }
        if (!residual && m < ENOUGH) {
            flags.add(AssayFlag.FEW_EFFECTS);
        }
        if (!residual && pse == 0) {
            flags.add(AssayFlag.NO_ERROR_ESTIMATE);
        }
        int[] rank = ranks(effect);
        List<Effect> effects = new ArrayList<>();
        for (int k = 0; k < m; k++) {
            double se = residual ? 2 * fit.standardError(k + 1) : pse > 0 ? pse : Double.NaN;
            double freedom = residual ? df : m / 3.0;
            double half = StudentT.quantile((1 + confidence) / 2, freedom) * se;
            double percent = mean == 0 ? Double.NaN : 100 * effect[k] / Math.abs(mean);
            double most = mean == 0
                    ? Double.NaN
                    : 100 * Math.max(Math.abs(effect[k] - half), Math.abs(effect[k] + half)) / Math.abs(mean);
            double t = effect[k] / se;
            effects.add(new Effect(
                    terms.get(k),
                    effect[k],
                    percent,
                    se,
                    effect[k] - half,
                    effect[k] + half,
                    t,
                    Double.isNaN(t) ? Double.NaN : StudentT.twoSided(t, freedom),
                    Normal.quantile(0.5 + 0.5 * (rank[k] - 0.5) / m),
                    pse > 0 && Math.abs(effect[k]) > margin,
                    Double.isNaN(limitPercent) || most <= limitPercent));
        }
        int points = 0;
        double inside = 0;
        double outside = 0;
        for (int i = 0; i < n; i++) {
            points += centre[i] ? 1 : 0;
            inside += centre[i] ? y[i] : 0;
            outside += centre[i] ? 0 : y[i];
        }
        return new Robustness(
                n,
                missing,
                mean,
                points,
                points == 0 ? Double.NaN : inside / points - outside / (n - points),
                df,
                residual ? fit.residualSd() : Double.NaN,
                residual ? Source.RESIDUAL : Source.LENTH,
                confidence,
                pse,
                margin,
                simultaneous,
                limitPercent,
                effects,
                flags);
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] product(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] * other[i])
                .toArray();
    }

    private static double[] coded(String name, double[] settings) {
        double[] levels = Arrays.stream(settings).distinct().sorted().toArray();
        double low = levels.length == 0 ? 0 : levels[0];
        double high = levels.length == 0 ? 0 : levels[levels.length - 1];
        double middle = low + (high - low) / 2;
        boolean sound =
                levels.length == 2 || (levels.length == 3 && Math.abs(levels[1] - middle) <= 1e-9 * (high - low));
        if (!sound) {
            throw Fault.of(AssayFault.NOT_TWO_SETTINGS)
                    .with("factor", name)
                    .with("settings", levels.length)
                    .asException();
        }
        return Arrays.stream(settings)
                .map(value -> value == low ? -1 : value == high ? 1 : 0)
                .toArray();
    }

    private static boolean[] centre(double[][] coded, int n) {
        boolean[] centre = new boolean[n];
        for (int i = 0; i < n; i++) {
            int run = i;
            centre[i] = Arrays.stream(coded).allMatch(own -> own[run] == 0);
        }
        return centre;
    }

    /** Refuses terms that others make up: their effects are the same. */
    private static void requireIndependent(List<String> terms, List<double[]> columns) {
        List<double[]> basis = new ArrayList<>();
        for (int k = 0; k < columns.size(); k++) {
            double[] rest = columns.get(k).clone();
            double before = dot(rest, rest);
            for (int pass = 0; pass < 2; pass++) {
                for (double[] other : basis) {
                    double part = dot(rest, other);
                    for (int i = 0; i < rest.length; i++) {
                        rest[i] -= part * other[i];
                    }
                }
            }
            double length = Math.sqrt(dot(rest, rest));
            if (!(length > 1e-8 * Math.sqrt(before))) {
                throw Fault.of(AssayFault.CONFOUNDED)
                        .with("term", k == 0 ? "1" : terms.get(k - 1))
                        .asException();
            }
            for (int i = 0; i < rest.length; i++) {
                rest[i] /= length;
            }
            basis.add(rest);
        }
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double pse(double[] effects) {
        double[] size = Arrays.stream(effects).map(Math::abs).toArray();
        double first = 1.5 * Medians.median(size);
        double[] small = Arrays.stream(size).filter(each -> each < 2.5 * first).toArray();
        return small.length == 0 ? 0 : 1.5 * Medians.median(small);
    }

    /** From 1 for the smallest. */
    private static int[] ranks(double[] effects) {
        int[] order = IntStream.range(0, effects.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> Math.abs(effects[k])))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] rank = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i + 1;
        }
        return rank;
    }

    /** Whether every effect stays within the limit. */
    public boolean robust() {
        return effects.stream().allMatch(Effect::within);
    }
}
