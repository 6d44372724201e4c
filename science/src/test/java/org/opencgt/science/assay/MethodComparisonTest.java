package org.opencgt.science.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.opencgt.science.statistics.Reference.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencgt.science.BadInput;
import org.opencgt.science.statistics.KendallTau;
import org.opencgt.science.statistics.Reference;
import org.opencgt.science.table.Table;
import tools.jackson.databind.JsonNode;

/** Deming, Passing-Bablok, Bland-Altman and Lin against mcr, deming, BlandAltmanLeh and independent code. */
class MethodComparisonTest {

    private static final double EXACT = 1e-9;

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of("creatinine", "serum.crea", "plasma.crea"),
                Arguments.of("ferritin_period", "old", "new"),
                Arguments.of("pefr", "bigger.first", "smaller.first"),
                Arguments.of("const_cv", "x", "y"),
                Arguments.of("ties_discrete", "x", "y"),
                Arguments.of("perfect_line", "x", "y"),
                Arguments.of("outlier_small", "x", "y"),
                Arguments.of("negative_values", "x", "y"));
    }

    private static Pairs pairs(String name, String x, String y) {
        Table table = Reference.table("assay/comparison/" + name + "/input.csv");
        List<String> header = table.header();
        boolean named = header.contains(x);
        String first = named ? x : header.get(header.size() - 2);
        String second = named ? y : header.getLast();
        return Pairs.of(table.numbers(first).values(), table.numbers(second).values());
    }

    private static JsonNode expected(String name) {
        return Reference.expected("assay/comparison/" + name);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void deming(String name, String x, String y) {
        JsonNode expected = expected(name);
        Pairs pairs = pairs(name, x, y);
        boolean perfect = name.equals("perfect_line");
        for (JsonNode row : expected.get("deming")) {
            double ratio = row.get("error_ratio").doubleValue();
            for (Deming.Intervals intervals : Deming.Intervals.values()) {
                JsonNode own = row.get(intervals.toString());
                if (own == null || (perfect && intervals == Deming.Intervals.JACKKNIFE)) {
                    continue;
                }
                Deming found = Deming.of(pairs, ratio, false, 0.95, intervals);
                line(found, own, perfect);
                check("n", found.n(), expected.get("n"), 0);
                check("missing", found.missing(), expected.get("n_missing"), 0);
                check("pearson", found.pearson(), expected.get("pearson"), EXACT);
                JsonNode ols = expected.get("ols");
                check("ols", found.ols().slope(), ols.get("slope"), EXACT);
                check("ols", found.ols().intercept(), ols.get("intercept"), EXACT);
                if (!perfect) {
                    check("ols", found.ols().seIntercept(), ols.get("se").get(0), EXACT);
                    check("ols", found.ols().seSlope(), ols.get("se").get(1), EXACT);
                    check(
                            "ols",
                            found.ols().interceptLower(),
                            ols.get("intercept_ci").get(0),
                            EXACT);
                    check(
                            "ols",
                            found.ols().interceptUpper(),
                            ols.get("intercept_ci").get(1),
                            EXACT);
                    check("ols", found.ols().slopeLower(), ols.get("slope_ci").get(0), EXACT);
                    check("ols", found.ols().slopeUpper(), ols.get("slope_ci").get(1), EXACT);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void weightedDeming(String name, String x, String y) {
        JsonNode expected = expected(name).get("weighted_deming");
        if (expected == null) {
            return;
        }
        Pairs pairs = pairs(name, x, y);
        boolean perfect = name.equals("perfect_line");
        for (JsonNode row : expected) {
            Deming found = Deming.of(pairs, row.get("error_ratio").doubleValue(), true, 0.95, null);
            if (perfect) {
                assertThat(found.slope()).isCloseTo(1.5, within(1e-12));
                assertThat(found.flags()).contains(AssayFlag.PERFECT_LINE);
            } else {
                JsonNode own = row.get("converged_1e_14");
                check("slope", found.slope(), own.get("slope"), EXACT);
                check("intercept", found.intercept(), own.get("intercept"), EXACT);
                check("slope_se", found.slopeSe(), own.get("slope_se"), 1e-8);
                check("intercept_se", found.interceptSe(), own.get("intercept_se"), 1e-8);
                check("slope_lo", found.slopeLower(), own.get("slope_lo"), 1e-8);
                check("slope_hi", found.slopeUpper(), own.get("slope_hi"), 1e-8);
                check("intercept_lo", found.interceptLower(), own.get("intercept_lo"), 1e-8);
                check("intercept_hi", found.interceptUpper(), own.get("intercept_hi"), 1e-8);
            }
        }
    }

    private static void line(Deming found, JsonNode expected, boolean perfect) {
        check("slope", found.slope(), expected.get("slope"), EXACT);
        check("intercept", found.intercept(), expected.get("intercept"), EXACT);
        if (perfect) {
            assertThat(found.slopeSe()).isLessThan(1e-7);
            return;
        }
        check("slope_se", found.slopeSe(), expected.get("slope_se"), EXACT);
        check("slope_lo", found.slopeLower(), expected.get("slope_lo"), EXACT);
        check("slope_hi", found.slopeUpper(), expected.get("slope_hi"), EXACT);
        check("intercept_se", found.interceptSe(), expected.get("intercept_se"), EXACT);
        check("intercept_lo", found.interceptLower(), expected.get("intercept_lo"), EXACT);
        check("intercept_hi", found.interceptUpper(), expected.get("intercept_hi"), EXACT);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void passingBablok(String name, String x, String y) {
        for (String key : List.of("passing_bablok_classic", "passing_bablok_classic90")) {
            JsonNode expected = expected(name).get(key);
            if (expected == null) {
                continue;
            }
            PassingBablok found = PassingBablok.of(pairs(name, x, y), key.endsWith("90") ? 0.9 : 0.95);
            check("n_slopes", found.nSlopes(), expected.get("n_slopes"), 0);
            check("offset_K", found.offsetK(), expected.get("offset_K"), 0);
            check("minus 1", found.slopesEqualMinusOne(), expected.get("slopes_equal_minus1"), 0);
            check("undefined", found.slopesUndefined(), expected.get("slopes_undefined"), 0);
            check("C", found.c(), expected.get("C"), EXACT);
            check("M1", found.m1(), expected.get("M1"), 0);
            check("M2", found.m2(), expected.get("M2"), 0);
            check("slope", found.slope(), expected.get("slope"), EXACT);
            check("slope_lo", found.slopeLower(), expected.get("slope_lo"), EXACT);
            check("slope_hi", found.slopeUpper(), expected.get("slope_hi"), EXACT);
            close("intercept", found.intercept(), expected.get("intercept"));
            close("intercept_lo", found.interceptLower(), expected.get("intercept_lo"));
            close("intercept_hi", found.interceptUpper(), expected.get("intercept_hi"));
            JsonNode cusum = expected(name).get("cusum_linearity");
            check("above", found.cusumLinearity().nAbove(), cusum.get("n_above"), 0);
            check("below", found.cusumLinearity().nBelow(), cusum.get("n_below"), 0);
            check("cusum", found.cusumLinearity().maxCusum(), cusum.get("max_cusum"), EXACT);
            check("H", found.cusumLinearity().h(), cusum.get("H"), EXACT);
            if (cusum.get("H").doubleValue() > 0) {
                check("p", found.cusumLinearity().pKolmogorov(), cusum.get("p_kolmogorov"), EXACT);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void passingBablokInTheConventionOfMcr(String name, String x, String y) {
        JsonNode both = expected(name).get("passing_bablok_mcr_convention");
        if (both == null) {
            return;
        }
        for (PairAngles.Averaging averaging : PairAngles.Averaging.values()) {
            JsonNode expected = both.get(averaging.toString());
            PairAngles found = PairAngles.of(pairs(name, x, y), 0.95, averaging);
            check("angles", found.nAngles(), expected.get("n_angles"), 0);
            check("offset", found.offset(), expected.get("offset"), 0);
            check("C", found.c(), expected.get("C_rounded"), 0);
            check("slope", found.slope(), expected.get("slope"), EXACT);
            check("slope_lo", found.slopeLower(), expected.get("slope_lo"), EXACT);
            check("slope_hi", found.slopeUpper(), expected.get("slope_hi"), EXACT);
            close("intercept", found.intercept(), expected.get("intercept"));
            close("intercept_lo", found.interceptLower(), expected.get("intercept_lo"));
            close("intercept_hi", found.interceptUpper(), expected.get("intercept_hi"));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theilSenAndKendall(String name, String x, String y) {
        JsonNode expected = expected(name);
        if (!expected.has("theil_sen")) {
            return;
        }
        TheilSen found = TheilSen.of(pairs(name, x, y), 0.95);
        check("slope", found.slope(), expected.get("theil_sen").get("slope"), EXACT);
        close("intercept", found.intercept(), expected.get("theil_sen").get("intercept"));
        check("kendall", found.kendall(), expected.get("kendall"), EXACT);
        assertThat(found.slopeLower()).isLessThanOrEqualTo(found.slope());
        assertThat(found.slopeUpper()).isGreaterThanOrEqualTo(found.slope());
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 25, 120})
    void theilSenIsTheMedianOfAllSlopes(int n) {
        Random random = new Random(n);
        double[] x = random.doubles(n).map(value -> Math.rint(20 * value)).toArray();
        double[] y = random.doubles(n).map(value -> Math.rint(10 * value)).toArray();
        List<Double> slopes = new ArrayList<>();
        long concordant = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                concordant += (long) (Math.signum(x[j] - x[i]) * Math.signum(y[j] - y[i]));
                if (x[i] != x[j]) {
                    slopes.add((y[j] - y[i]) / (x[j] - x[i]));
                }
            }
        }
        double[] sorted =
                slopes.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int m = sorted.length;

        TheilSen found = TheilSen.of(Pairs.of(x, y), 0.95);

        assertThat(found.nSlopes()).isEqualTo(m);
        assertThat(found.slope()).isCloseTo((sorted[(m - 1) / 2] + sorted[m / 2]) / 2, within(1e-12));
        assertThat(KendallTau.of(x, y).s()).isEqualTo(concordant);
    }

    /** R: cor.test(c(1,2,3,4,5), c(2,1,4,3,5), method = "kendall"): T = 8 of 10, p = 0.2333. */
    @Test
    void kendallsExactProbability() {
        KendallTau found = KendallTau.of(new double[] {1, 2, 3, 4, 5}, new double[] {2, 1, 4, 3, 5});

        assertThat(found.tau()).isCloseTo(0.6, within(1e-15));
        assertThat(found.exact()).isTrue();
        assertThat(found.p()).isCloseTo(28.0 / 120, within(1e-12));
    }

    /** Intercepts near zero are differences of numbers of the size of the data. */
    private static void close(String what, double found, JsonNode expected) {
        assertThat(found).as(what).isCloseTo(expected.doubleValue(), within(1e-9 * Math.max(1, Math.abs(found))));
    }

    /** The definition: all slopes, sorted. */
    private static double[] sortedSlopes(double[] x, double[] y) {
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                double dx = x[j] - x[i];
                double dy = y[j] - y[i];
                if ((dx != 0 || dy != 0) && dx + dy != 0) {
                    slopes.add(dx == 0 ? Double.POSITIVE_INFINITY : dy / dx);
                }
            }
        }
        return slopes.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 12, 40, 101, 300, 700})
    void everyRankIsThatOfAllSlopesSorted(int n) {
        Random random = new Random(n);
        for (int kind = 0; kind < 3; kind++) {
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = 10 + 30 * random.nextDouble();
                y[i] = x[i] + 4 * random.nextGaussian();
                if (kind == 1) {
                    x[i] = Math.rint(x[i]);
                    y[i] = Math.rint(y[i]);
                } else if (kind == 2) {
                    x[i] = Math.rint(4 * x[i]) / 4;
                    y[i] = 3 + 1.5 * x[i];
                }
            }
            double[] all = sortedSlopes(x, y);
            PairSlopes slopes = new PairSlopes(x, y);
            long below = Arrays.stream(all).filter(s -> s < -1).count();
            assertThat(slopes.size()).isEqualTo(all.length);
            assertThat(slopes.belowMinusOne()).isEqualTo(below);
            for (double p : new double[] {0.001, 0.3, 0.45, 0.5, 0.55, 0.9, 0.999}) {
                int rank = (int) Math.max(1, Math.rint(p * (all.length - below)));
                double expected = all[(int) below + rank - 1];
                double found = slopes.select(rank, rank)[0];
                assertThat(found == expected || Math.abs(found - expected) < 1e-9 * (1 + Math.abs(expected)))
                        .as("n %d kind %d rank %d: %s, not %s", n, kind, rank, found, expected)
                        .isTrue();
            }
        }
    }

    @Test
    void exchangingTheMethodsInvertsTheSlope() {
        Random random = new Random(3);
        double[] x = new double[61];
        double[] y = new double[61];
        for (int i = 0; i < 61; i++) {
            double true_ = 5 + 50 * random.nextDouble();
            x[i] = true_ + random.nextGaussian();
            y[i] = 2 + 1.1 * true_ + random.nextGaussian();
        }

        PassingBablok one = PassingBablok.of(Pairs.of(x, y), 0.95);
        PassingBablok other = PassingBablok.of(Pairs.of(y, x), 0.95);
        Deming deming = Deming.of(Pairs.of(x, y), 0.5, false, 0.95, null);
        Deming turned = Deming.of(Pairs.of(y, x), 2, false, 0.95, null);

        assertThat(one.slope() * other.slope()).isCloseTo(1, within(1e-6));
        assertThat(one.slopeLower() * other.slopeUpper()).isCloseTo(1, within(1e-6));
        assertThat(deming.slope() * turned.slope()).isCloseTo(1, within(1e-12));
    }

    @Test
    void methodsThatDoNotGoTogetherAreRefused() {
        assertThatThrownBy(() ->
                        PassingBablok.of(Pairs.of(new double[] {1, 2, 3, 4, 5}, new double[] {9, 7, 5.5, 3, 1}), 0.95))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() ->
                        Deming.of(Pairs.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}), 1, false, 0.95, null))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo(AssayFault.NO_SPREAD));
        assertThatThrownBy(() ->
                        Deming.of(Pairs.of(new double[] {1, -1, 4}, new double[] {1, 2, 3}), 1, true, 0.95, null))
                .isInstanceOf(BadInput.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void blandAltman(String name, String x, String y) {
        JsonNode e = expected(name).get("bland_altman_y_minus_x");

        BlandAltman found = BlandAltman.of(pairs(name, x, y), 0.95);

        check("n", found.n(), e.get("n"), 0);
        check("bias", found.bias(), e.get("bias"), EXACT);
        check("sd", found.sd(), e.get("sd"), EXACT);
        check("bias_lo", found.biasLower(), e.get("bias_lo"), EXACT);
        check("bias_hi", found.biasUpper(), e.get("bias_hi"), EXACT);
        check("t_test_p", found.tTestP(), e.get("t_test_p"), EXACT);
        check("loa", found.lowerLimit(), e.get("loa_lower_1.96"), EXACT);
        check("loa", found.upperLimit(), e.get("loa_upper_1.96"), EXACT);
        check("loa z", found.lowerLimitZ(), e.get("loa_lower_z"), EXACT);
        check("loa z", found.upperLimitZ(), e.get("loa_upper_z"), EXACT);
        intervals(found.approximate(), e.get("approx_3s2_n"));
        intervals(found.bySe(), e.get("bland_altman_1999_se"));
        intervals(found.exact(), e.get("exact_carkeet"));
        JsonNode proportional = e.get("proportional_bias");
        check("intercept", found.proportionalBias().intercept(), proportional.get("intercept"), EXACT);
        check("slope", found.proportionalBias().slope(), proportional.get("slope"), EXACT);
        if (!name.equals("perfect_line")) {
            check("slope_se", found.proportionalBias().slopeSe(), proportional.get("slope_se"), EXACT);
            check("p", found.proportionalBias().p(), proportional.get("p"), 1e-8);
        }
        BlandAltman.Percent percent = found.percent();
        if (e.get("percent").isNull()) {
            assertThat(percent).isNull();
        } else {
            Objects.requireNonNull(percent);
            check("percent", percent.bias(), e.get("percent").get("bias"), EXACT);
            check("percent", percent.sd(), e.get("percent").get("sd"), EXACT);
            check("percent", percent.lower(), e.get("percent").get("lower"), EXACT);
            check("percent", percent.upper(), e.get("percent").get("upper"), EXACT);
        }
        BlandAltman.Ratio ratio = found.ratio();
        if (e.get("ratio").isNull()) {
            assertThat(ratio).isNull();
        } else {
            Objects.requireNonNull(ratio);
            check("ratio", ratio.gmRatio(), e.get("ratio").get("gm_ratio"), EXACT);
            check("ratio", ratio.lower(), e.get("ratio").get("lower"), EXACT);
            check("ratio", ratio.upper(), e.get("ratio").get("upper"), EXACT);
        }
        check("shapiro", found.shapiroP(), e.get("shapiro_p"), 1e-8);
    }

    private static void intervals(BlandAltman.LimitIntervals found, JsonNode expected) {
        if (expected.has("se_loa")) {
            check("se", found.seLimit(), expected.get("se_loa"), EXACT);
        }
        check("lower_lo", found.lowerLimitLower(), expected.get("lower_lo"), 1e-8);
        check("lower_hi", found.lowerLimitUpper(), expected.get("lower_hi"), 1e-8);
        check("upper_lo", found.upperLimitLower(), expected.get("upper_lo"), 1e-8);
        check("upper_hi", found.upperLimitUpper(), expected.get("upper_hi"), 1e-8);
    }

    @Test
    void aConstantDifferenceHasNoSpread() {
        JsonNode e = expected("ba_zero_sd");

        BlandAltman found = BlandAltman.of(pairs("ba_zero_sd", "x", "y"), 0.95);

        check("bias", -found.bias(), e.get("bias_x_minus_y"), EXACT);
        check("sd", found.sd(), e.get("sd"), EXACT);
        check("lower", -found.upperLimit(), e.get("loa_lower"), EXACT);
        check("upper", -found.lowerLimit(), e.get("loa_upper"), EXACT);
        assertThat(found.flags()).contains(AssayFlag.ZERO_VARIANCE);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void concordance(String name, String x, String y) {
        for (boolean unbiased : new boolean[] {false, true}) {
            JsonNode e = expected(name).get("lin_ccc").get(unbiased ? "n_minus_1_denominator" : "n_denominator");
            Concordance found = Concordance.of(pairs(name, x, y), 0.95, unbiased);
            check("ccc", found.ccc(), e.get("ccc"), EXACT);
            check("se", found.se(), e.get("se"), EXACT);
            check("lo", found.lo(), e.get("lo"), EXACT);
            check("hi", found.hi(), e.get("hi"), EXACT);
            check("lo_z", found.lower(), e.get("lo_z"), EXACT);
            check("hi_z", found.upper(), e.get("hi_z"), EXACT);
            check("pearson", found.pearson(), e.get("pearson"), EXACT);
            check("bias_correction", found.biasCorrection(), e.get("bias_correction"), EXACT);
            check("scale", found.scaleShift(), e.get("scale_shift"), EXACT);
            assertThat(Math.abs(found.locationShift()))
                    .isCloseTo(Math.abs(e.get("location_shift").doubleValue()), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kappa_2x2",
                "kappa_empty_category",
                "kappa_ms_winnipeg",
                "kappa_negative",
                "kappa_perfect",
                "kappa_sexualfun"
            })
    void kappa(String name) {
        JsonNode expected = expected(name);
        double[][] counts = counts(name);
        for (Kappa.Weights weights : Kappa.Weights.values()) {
            JsonNode e = expected.get(weights == Kappa.Weights.NONE ? "unweighted" : weights.toString());
            Kappa found = Kappa.of(categories(counts.length), counts, weights, 0.95);
            check("n", found.n(), expected.get("n"), 0);
            check("observed", found.observed(), e.get("observed"), EXACT);
            check("expected", found.expected(), e.get("expected"), EXACT);
            check("kappa", found.kappa(), e.get("kappa"), EXACT);
            check("ase", found.se(), e.get("ase"), EXACT);
            check("lo", found.lower(), e.get("lo"), EXACT);
            check("hi", found.upper(), e.get("hi"), EXACT);
            check("ase0", found.ase0(), e.get("ase0"), EXACT);
            check("z", found.z(), e.get("z"), EXACT);
            check("p", found.p(), e.get("p"), 1e-8);
            check("max", found.maxKappa(), expected.get("max_kappa"), EXACT);
            if (expected.has("pabak")) {
                check("pabak", found.pabak(), expected.get("pabak"), EXACT);
            }
        }
    }

    @Test
    void kappaOfOneCategoryDoesNotExist() {
        JsonNode e = expected("kappa_one_category");

        Kappa found = Kappa.of(categories(2), counts("kappa_one_category"), Kappa.Weights.NONE, 0.95);

        check("observed", found.observed(), e.get("observed"), EXACT);
        check("expected", found.expected(), e.get("expected"), EXACT);
        assertThat(found.kappa()).isNaN();
        assertThat(found.defined()).isEqualTo(e.get("defined").booleanValue());
        assertThat(found.flags()).containsExactly(AssayFlag.ONE_CATEGORY);
    }

    private static List<String> categories(int k) {
        return Stream.iterate(1, i -> i + 1).limit(k).map(Object::toString).toList();
    }

    private static double[][] counts(String name) {
        Table table = Reference.table("assay/comparison/" + name + "/input.csv");
        int k = (int) Arrays.stream(table.numbers("row").values()).max().orElseThrow();
        double[][] counts = new double[k][k];
        for (int i = 0; i < table.rows(); i++) {
            counts[(int) table.numbers("row").get(i) - 1][
                    (int) table.numbers("col").get(i) - 1] = table.numbers("count")
                    .get(i);
        }
        return counts;
    }
}
